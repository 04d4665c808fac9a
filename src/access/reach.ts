import { idPrefix, kindOf, parseId, sourceId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { STOCK_NAMESPACE } from '../catalog/segment/stock-stages.js';
import { ASKED, VOCABULARY } from './containers.js';

/**
 * Where that may lie which somebody sees who sees parts of the catalog only: never less than he sees, and as little more as can be told
 * without looking at each thing. So lists and searches need not look through all else; what of it is seen, Sight says.
 */
export interface Reach {
  readonly namespaces: readonly string[];
  /** Of single things in other namespaces, namespace and name as ids spell them: themselves, and what is part of them. */
  readonly wholes: readonly string[];
  /** Other namespaces, with jobs that are part of jobs of the former. */
  readonly jobNamespaces: readonly string[];
}

/** Kinds that may be seen wherever they lie: the words of the catalog, and what only the graph knows the whole of. */
export const REACHED_ANYWHERE: readonly Kind[] = [...VOCABULARY, ...ASKED].filter((kind) => kind !== 'JOB' && kind !== 'RUN');

/** Kinds that are listed in the order of ids, by which it is told whether they may be seen. Runs are not. */
export const isReachedById = (kind: Kind): boolean => kind !== 'RUN' && !REACHED_ANYWHERE.includes(kind);

/** Namespace and name, as the id spells them; undefined where it has not both. */
export function wholeIn(id: string): string | undefined {
  const [namespace, name] = id
    .slice(id.indexOf(':') + 1)
    .split('#')[0]!
    .split('/');
  return name === undefined ? undefined : `${namespace}/${name}`;
}

/** From what scopes name: namespaces, and the ids of what carries a tag or lies in a domain. A data source stands for what is in it. */
export function reachOf(namespaces: readonly string[], ids: readonly string[], jobNamespaces: readonly string[] = []): Reach {
  const all = new Set([...namespaces, STOCK_NAMESPACE]);
  for (const id of ids) if (kindOf(id) === 'DATA_SOURCE') all.add(parseId(id)!.parts[0]!);
  const wholes = new Set(ids.flatMap((id) => wholeIn(id) ?? []));
  return { namespaces: [...all], wholes: [...wholes].filter((whole) => !all.has(namespaceOf(whole))), jobNamespaces };
}

/** The namespaces in which runs of it lie. */
export const namespacesOfRuns = ({ namespaces, wholes, jobNamespaces }: Reach): string[] => [
  ...new Set([...namespaces, ...jobNamespaces, ...wholes.map(namespaceOf)]),
];

const namespaceOf = (whole: string): string => parseId(`dataset:${whole}`)!.parts[0]!;

/** In the order of ids: what is seen lies after `after` and before `until`. */
export interface Range {
  readonly after: string;
  readonly until: string;
}

/** Where in the order of ids that lies which may be seen of a kind that is reached by id; of columns, by their datasets. */
export function rangesOf(kind: Kind, { namespaces, wholes, jobNamespaces }: Reach): Range[] {
  const listed = kind === 'COLUMN' ? 'DATASET' : kind;
  if (listed === 'DATA_SOURCE') return inOrder(namespaces.map((namespace) => alone(sourceId(namespace))));
  return inOrder([
    ...[...namespaces, ...(listed === 'JOB' ? jobNamespaces : [])].map((namespace) => startingWith(idPrefix(listed, namespace))),
    ...wholes.map((whole) => alone(`${idPrefix(listed)}${whole}`)),
  ]);
}

/** Ids that begin so. */
const startingWith = (prefix: string): Range => ({ after: prefix, until: moved(prefix, 1) });
/** The id, and those that go on after a slash; hardly any others. */
const alone = (id: string): Range => ({ after: `${moved(id, -1)}~`, until: `${id}0` });

const moved = (text: string, by: number): string => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);

const inOrder = (ranges: readonly Range[]): Range[] => ranges.toSorted((a, b) => (a.after < b.after ? -1 : 1));

/** From where on to read a list that was read as far as an id: there, or, if nothing is seen before, farther on; undefined: nothing is left. */
export function nextPlace(ranges: readonly Range[], id: string): string | undefined {
  const next = ranges.find(({ until }) => until > id);
  if (!next) return undefined;
  return next.after > id ? next.after : id;
}
