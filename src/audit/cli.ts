import type { CommandLine } from '../access/command-line.js';
import { argumentsOf } from '../arguments.js';
import { parseHead, printHead } from './head.js';
import { type ListOptions, listDeeds } from './list-deeds.js';
import { type VerifyOptions, verifyLog } from './verify-log.js';

export const USAGE = `The change log, on the machine itself, also while Vinci runs:
  vinci audit verify [--from POSITION] [--head POSITION:HASH]   is it what was written? --head: as Vinci's own log told it once
  vinci audit list [--from POSITION] [--by WHO] [--about ID]    who did what when; WHO: a name, or the id of a token`;

const TEXT = { type: 'string' } as const;

type Asked = { readonly verb: 'verify'; readonly options: VerifyOptions } | { readonly verb: 'list'; readonly options: ListOptions };

/** `vinci audit ...`. Returns the exit code: 0 when all is well, 1 when the log is not what was written, 2 when the command is not understood. */
export async function main(args: readonly string[], machine: CommandLine): Promise<number> {
  const asked = askedBy(args);
  if (typeof asked === 'string') {
    machine.complain(asked);
    machine.complain(USAGE);
    return 2;
  }
  const database = await machine.open();
  try {
    if (asked.verb === 'verify') return await verify(asked.options);
    for await (const line of listDeeds(database, asked.options)) machine.print(line);
    return 0;
  } finally {
    await database.close();
  }

  async function verify(options: VerifyOptions): Promise<number> {
    const { progress } = machine;
    progress?.begin('Walking the change log');
    const onPosition = (position: number): void => progress?.update(`position ${position}`);
    const { faults, faultCount, batches, head } = await verifyLog(database, { ...options, onPosition });
    progress?.end(`${batches} batches`);
    for (const fault of faults) machine.complain(fault);
    if (faultCount > faults.length) machine.complain(`And ${faultCount - faults.length} more.`);
    if (faultCount === 0) machine.print(options.from ? `Nothing is wrong from position ${options.from} on.` : 'Nothing is wrong.');
    machine.print(`Head: ${printHead(head)}`);
    return faultCount === 0 ? 0 : 1;
  }
}

/** What is asked for, or what is wrong with it. */
function askedBy(args: readonly string[]): Asked | string {
  const parsed = argumentsOf(args, { from: TEXT, head: TEXT, by: TEXT, about: TEXT });
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [, verb, ...others] = positionals;
  const from = values.from === undefined ? undefined : Number(values.from);
  if (from !== undefined && !(Number.isSafeInteger(from) && from > 0))
    return `--from ${values.from} is no position: a whole number from 1 on.`;
  const begin = from === undefined ? {} : { from };
  if (others.length === 0 && verb === 'list' && values.head === undefined) {
    const { by, about } = values;
    return { verb, options: { ...begin, ...(by !== undefined && { by }), ...(about !== undefined && { about }) } };
  }
  if (others.length > 0 || verb !== 'verify' || values.by !== undefined || values.about !== undefined) return 'This command is not known.';
  const known = values.head === undefined ? undefined : parseHead(values.head);
  if (values.head !== undefined && !known) return `--head ${values.head} is no head: Vinci's own log tells it as POSITION:HASH.`;
  if (known && from !== undefined && known.position < from)
    return `--head is at position ${known.position}, which is before --from ${from}.`;
  return { verb, options: { ...begin, ...(known && { known }) } };
}
