import { setTimeout as sleep } from 'node:timers/promises';
import { requireRole } from '../../access/viewer.js';
import { VinciError } from '../../errors.js';
import type { Context } from '../../graphql/context.js';
import { commandHash, keyReused } from '../../write/command.js';
import { canonicalText, hashOf } from '../../write/content.js';
import type { Claim, Json, Outcome, Problem, Receipt, Statement } from '../../write/fact.js';
import { type Time, timeOf } from '../time.js';
import { findAnswer, findEntities, headPosition } from './entity.repository.js';
import type { EntityRow } from './row.js';

/** Something that a person or a program wants done. */
export interface Command {
  /** The id of what it makes or changes. */
  readonly subject: string;
  readonly claims: readonly Claim[];
  readonly statement?: Statement;
  readonly also?: readonly Statement[];
  /** What was asked for, as it came in: the same idempotency key with another is refused. */
  readonly input: object;
  readonly idempotencyKey?: string | null;
  /** When it took place; now, when left out. */
  readonly at?: Time;
  /** The subject must not be there yet. */
  readonly makes?: boolean;
  /** The position that the subject must still be at. */
  readonly expectedPosition?: number | null;
  /** The same of others: by id. */
  readonly unmoved?: Readonly<Record<string, number>>;
  /** Ids of what must be there and not removed; else it is refused with the rule `requires`. */
  readonly requires?: readonly string[];
  /** Nothing that is there may have the subject as its artifact. */
  readonly unreferenced?: boolean;
  /** Ids of what the role has to extend to; what it says something of, when left out. */
  readonly over?: readonly string[];
}

/** What a payload is made of: `entity` is null when it was refused. */
export interface Done<Row extends EntityRow = EntityRow> {
  readonly position: number;
  readonly receipts: { index: number; outcome: Outcome; id: string | null; problems: Problem[] }[];
  readonly entity: Row | null;
}

/** Has the Writer do it; answers once it is committed. Throws FORBIDDEN, and CONFLICT and KEY_REUSED (see Command). */
export async function command<Row extends EntityRow>(context: Context, wanted: Command): Promise<Done<Row>> {
  await context.access.require(context.viewer, 'EDITOR', wanted.over ?? writtenBy(wanted));
  const { at = timeOf(Date.now()), subject, claims, statement, also = [], idempotencyKey } = wanted;
  const { makes, expectedPosition, unmoved, requires = [], unreferenced } = wanted;
  const asked = {
    subject,
    input: inputHash(wanted.input),
    ...(idempotencyKey ? { key: idempotencyKey } : {}),
    ...(makes ? { makes } : {}),
    ...(expectedPosition === undefined || expectedPosition === null ? {} : { expectedPosition }),
    ...(unmoved ? { unmoved } : {}),
    ...(requires.length > 0 ? { requires } : {}),
    ...(unreferenced ? { unreferenced } : {}),
  };
  const said = { claims, command: asked, ...(statement ? { statement } : {}), ...(also.length > 0 ? { also } : {}) };
  const receipt = await context.submit({ producer: producerOf(context), at, ...said, raw: { at, ...said } as unknown as Json });
  throwRefusal(receipt);
  const answer = await done<Row>(context, receipt, receipt.answer ?? subject);
  const removes = claims.some(({ id, removed }) => removed && id === answer.entity?.id);
  if (answer.entity?.removedAt && !removes) answer.receipts[0]!.problems.push(staysRemoved(answer.entity.id));
  return answer;
}

const writtenBy = ({ subject, claims }: Command): string[] => [subject, ...claims.map(({ id }) => id)];

const staysRemoved = (id: string): Problem => ({
  rule: 'stays-removed',
  path: ['input'],
  message: `"${id}" was removed for good: what was said of it is kept, and it stays removed.`,
  remedy: 'Whoever removed it can remove it again without ban; then say this once more.',
});

/** How often what others overtook is tried again, and how long is waited before that, times the number of tries. */
const TRIES = 20;
const PAUSE_MS = 10;

/**
 * Does it again when somebody else changed the same thing at the same moment; throws CONFLICT when that never ends. Of many at once one
 * gets through at a time. So those of this server who were overtaken `about` the same wait for each other, and try against the few who
 * come new, and those of other servers, only.
 */
export async function untilUncontested<T>({ turns }: Context, about: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  return turns.take(about, async () => {
    for (let tries = 1; ; tries++)
      try {
        return await attempt();
      } catch (error) {
        if (!isConflict(error) || tries === TRIES) throw error;
        // Another server may be doing the same.
        await sleep(Math.random() * PAUSE_MS * tries);
      }
  });
}

const isConflict = (error: unknown): boolean => error instanceof VinciError && error.code === 'CONFLICT';

/** What the same key and input were answered with before, without judging anything again; undefined when it is new. Throws KEY_REUSED. */
export async function answeredBefore<Row extends EntityRow>(
  context: Context,
  { input, idempotencyKey }: Pick<Command, 'input' | 'idempotencyKey'>,
): Promise<Done<Row> | undefined> {
  requireRole(context.viewer, 'EDITOR');
  if (!idempotencyKey) return undefined;
  const known = await findAnswer(context.database, commandHash(producerOf(context), idempotencyKey));
  if (!known) return undefined;
  if (known.input !== inputHash(input)) throw keyReused(idempotencyKey);
  return done(context, { outcome: 'UNCHANGED', position: await headPosition(context.database), problems: [] }, known.answer);
}

/** Refused by rules of the domain, before the Writer sees it. */
export async function refused<Row extends EntityRow>({ database }: Context, problems: readonly Problem[]): Promise<Done<Row>> {
  const position = await headPosition(database);
  return { position, receipts: [{ index: 0, outcome: 'REFUSED', id: null, problems: [...problems] }], entity: null };
}

/** Of what was said of a definition: where it stands in the input. */
export const inInput = (problem: Problem): Problem => ({ ...problem, path: ['input', ...problem.path] });

/** Nothing was to be done: it is so already. */
export async function unchanged<Row extends EntityRow>({ database }: Context, entity: Row): Promise<Done<Row>> {
  const position = await headPosition(database);
  return { position, receipts: [{ index: 0, outcome: 'UNCHANGED', id: entity.id, problems: [] }], entity };
}

/** The answer to what the Writer took in; `id`: what it is about. */
export async function done<Row extends EntityRow>(
  context: Context,
  { outcome, position, problems }: Receipt,
  id: string,
): Promise<Done<Row>> {
  // Read anew: what the request's loaders know is from before.
  const [entity] = outcome === 'REFUSED' ? [null] : await findEntities(context.database, [id]);
  return {
    position,
    receipts: [{ index: 0, outcome, id: entity?.id ?? null, problems: [...problems] }],
    entity: (entity ?? null) as Row | null,
  };
}

function throwRefusal({ outcome, problems }: Receipt): void {
  const [problem] = problems;
  if (outcome === 'REFUSED' && (problem?.rule === 'CONFLICT' || problem?.rule === 'KEY_REUSED'))
    throw new VinciError(problem.rule, problem.message);
}

export const producerOf = ({ viewer }: Context): string => `person:${viewer.name}`;
const inputHash = (input: object): string => hashOf(canonicalText(JSON.parse(JSON.stringify(input)) as Json));
