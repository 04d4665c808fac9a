import type { Json } from '../../write/fact.js';
import { parseId } from '../id.js';
import type { Kind } from '../kind.js';

/** What an entity's node holds beyond what every node has, and what it points at: a pure function of the values that count. */
export interface Projection {
  /** null: the node has no such property. */
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly relations: readonly Relation[];
  /** Something beyond its name was said. */
  readonly described: boolean;
  /** Texts that it is found by, beside name, namespace, description and tags. */
  readonly texts?: readonly string[];
}

/** What points from an entity at another and is no lineage. */
export const RELATION_TYPES = [
  'IN_SOURCE',
  'SAME_AS',
  'PART_OF',
  'MATERIALISED_IN',
  'MEASURES',
  'RUN_OF',
  'CHILD_OF',
  'ROOT',
  'OWNED_BY',
  'TAGGED',
  'MEANS',
  'IN_DOMAIN',
  'RELATED_TO',
  'VERSION_OF',
  'USES',
  'KNOWN_AS',
  'INSTANCE_OF',
  'TRAINED_BY',
  'TRAINED_ON',
  'SCORED',
  'HAS_ARTIFACT',
  'PREDICTED_BY',
  'MADE_BY',
  'EVALUATES',
  'EVALUATED_ON',
  'CONCERNS',
  'RELEASE_OF',
] as const;

export interface Relation {
  readonly type: (typeof RELATION_TYPES)[number];
  /** The id of the entity it points at. */
  readonly to: string;
  /** `value`: a number that goes with the role. */
  readonly properties?: { readonly role: string; readonly value?: number };
}

/** Attribute name to the value that counts, after one was chosen among producers. */
export type Chosen = Readonly<Record<string, Json>>;

/** Names the entity's place among others, but says nothing of what it is. */
const NAMING: ReadonlySet<string> = new Set(['job', 'parent', 'root']);

export function isDescribed(chosen: Chosen): boolean {
  return Object.entries(chosen).some(([name, value]) => value !== null && value !== undefined && value !== false && !NAMING.has(name));
}

/** Owners and tags, which every kind has: `ownership` and `tags` as lists, `owner:ID:ROLE` and `tag:ID` one by one, which count more. */
export function ownersAndTags(chosen: Chosen): Relation[] {
  const relations = new Map<string, Relation>();
  const own = (owner: unknown, role: unknown): void => {
    if (typeof owner !== 'string' || typeof role !== 'string' || !isOfKind(owner, 'PERSON', 'TEAM')) return;
    relations.set(`${role} ${owner}`, { type: 'OWNED_BY', to: owner, properties: { role } });
  };
  const tag = (id: Json): void => {
    if (typeof id === 'string' && isOfKind(id, 'TAG')) relations.set(id, { type: 'TAGGED', to: id });
  };
  for (const claim of listOf(chosen.ownership)) own(field(claim, 'owner'), field(claim, 'role'));
  for (const id of listOf(chosen.tags)) tag(id);
  for (const [name, value] of Object.entries(chosen)) {
    if (name.startsWith('owner:')) {
      const colon = name.lastIndexOf(':');
      const [owner, role] = [name.slice('owner:'.length, colon), name.slice(colon + 1)];
      if (value === true) own(owner, role);
      else if (value === false) relations.delete(`${role} ${owner}`);
    } else if (name.startsWith('tag:')) {
      const id = name.slice('tag:'.length);
      if (value === true) tag(id);
      else if (value === false) relations.delete(id);
    }
  }
  return [...relations.values()];
}

const TERM = 'term:';

/** Terms and the domain, which every kind has: `term:ID` one by one, and `domain`. A domain is in another as its part, by its parent. */
export function termsAndDomain(id: string, chosen: Chosen): Relation[] {
  const relations: Relation[] = [];
  for (const name in chosen)
    if (name.startsWith(TERM) && chosen[name] === true) relations.push(...relationTo('MEANS', id, name.slice(TERM.length), 'TERM'));
  if (chosen.domain && !isOfKind(id, 'DOMAIN')) relations.push(...relationTo('IN_DOMAIN', id, chosen.domain, 'DOMAIN'));
  return relations;
}

/** A relation to what an attribute names by id; none when it names nothing, another kind, or the entity itself. */
export function relationTo(type: Relation['type'], from: string, to: Json | undefined, ...kinds: readonly Kind[]): Relation[] {
  return typeof to === 'string' && to !== from && isOfKind(to, ...kinds) ? [{ type, to }] : [];
}

export function isOfKind(id: string, ...kinds: readonly Kind[]): boolean {
  const kind = parseId(id)?.kind;
  return kind !== undefined && kinds.includes(kind);
}

/** A field of a JSON object; undefined when the value is no object. */
export function field(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as { readonly [key: string]: Json })[name];
}

/** A field that is text, else null. */
export function textField(value: Json | undefined, name: string): string | null {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** A field that is a number, else null. */
export function numberField(value: Json | undefined, name: string): number | null {
  const found = field(value, name);
  return typeof found === 'number' ? found : null;
}

/** As JSON text; null when there is nothing. */
export function jsonText(value: Json | undefined): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The named text fields as JSON text in this order, so that equal content is equal text; null when none is there. */
export function jsonOf(value: Json | undefined, names: readonly string[]): string | null {
  const entries = names.map((name) => [name, textField(value, name)] as const).filter(([, text]) => text !== null);
  return entries.length > 0 ? JSON.stringify(Object.fromEntries(entries)) : null;
}
