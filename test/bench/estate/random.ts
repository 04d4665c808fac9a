/**
 * The Mersenne Twister (MT19937) with the derived draws of Python's `random` module, so that a seed gives the same estate as
 * the Python program this generator was ported from. Reference: Matsumoto and Nishimura 1998; CPython Lib/random.py.
 */
export class Random {
  readonly #state = new Uint32Array(624);
  #index = 624;

  constructor(seed: number) {
    this.#seedByArray([seed]);
  }

  /** In [0, 1), with 53 bits. */
  random(): number {
    const high = this.#next() >>> 5;
    const low = this.#next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** `bits`: at most 32. */
  bits(bits: number): number {
    return this.#next() >>> (32 - bits);
  }

  /** A random UUID; the first word drawn is the least significant. */
  uuid4(): string {
    const words = [this.#next(), this.#next(), this.#next(), this.#next()];
    const hex = words
      .reverse()
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
    const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** An integer in [0, n). */
  below(n: number): number {
    const bits = 32 - Math.clz32(n);
    let drawn = this.bits(bits);
    while (drawn >= n) drawn = this.bits(bits);
    return drawn;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** One of 0 … n-1, by the running totals of the weights. */
  weighted(totals: readonly number[]): number {
    return Math.min(firstAbove(totals, this.random() * totals.at(-1)!), totals.length - 1);
  }

  /** `count` different items, for the case of many more items than drawn. */
  sample<T>(items: readonly T[], count: number): T[] {
    const taken = new Set<number>();
    while (taken.size < count) {
      let index = this.below(items.length);
      while (taken.has(index)) index = this.below(items.length);
      taken.add(index);
    }
    return [...taken].map((index) => items[index]!);
  }

  #seed(seed: number): void {
    this.#state[0] = seed;
    for (let i = 1; i < 624; i++) {
      const previous = this.#state[i - 1]! ^ (this.#state[i - 1]! >>> 30);
      this.#state[i] = Math.imul(previous, 1812433253) + i;
    }
  }

  #seedByArray(key: readonly number[]): void {
    this.#seed(19650218);
    const state = this.#state;
    let i = 1;
    let j = 0;
    for (let k = Math.max(624, key.length); k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      i++;
      j = (j + 1) % key.length;
      if (i >= 624) {
        state[0] = state[623]!;
        i = 1;
      }
    }
    for (let k = 623; k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1566083941)) - i;
      i++;
      if (i >= 624) {
        state[0] = state[623]!;
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  #next(): number {
    if (this.#index >= 624) this.#twist();
    let y = this.#state[this.#index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < 624; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff);
      state[i] = state[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#index = 0;
  }
}

/** Index of the first total greater than `value`. */
function firstAbove(totals: readonly number[], value: number): number {
  let low = 0;
  let high = totals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (totals[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranks drawn with P(rank r) proportional to 1 / r^0.9: a few are drawn very often. */
export class Zipf {
  readonly #totals: number[] = [];

  constructor(n: number) {
    let total = 0;
    for (let rank = 1; rank <= n; rank++) {
      total += 1 / rank ** 0.9;
      this.#totals.push(total);
    }
  }

  pick(random: Random): number {
    return firstAbove(this.#totals, random.random() * this.#totals.at(-1)!);
  }
}
