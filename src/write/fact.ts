import type { Time } from '../catalog/time.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Something a producer says, already parsed: the only thing that goes into the Writer. Idempotent by nature; the same
 * facts in any order, any number of times, give the same graph. Applied whole or refused whole.
 */
export interface Fact {
  /**
   * Who says so: an OpenLineage producer URI without its version, `record:NAME` for a system of record, `person:NAME`. When
   * producers disagree, a person's word counts more than a system of record's, and that more than all others'.
   */
  readonly producer: string;
  /** When it was so, by the producer's clock (OpenLineage `eventTime`). */
  readonly at: Time;
  readonly claims: readonly Claim[];
  readonly statement?: Statement;
  /** Of other subjects: taken in together with `statement`, which is no run's then, or not at all. */
  readonly also?: readonly Statement[];
  readonly command?: Command;
  /** What came in, as it came in; kept in the log. */
  readonly raw: Json;
}

/** Who sent something: `name` is whose token it was, `tokenId` which one; a part of this server has none. */
export interface Principal {
  readonly name: string;
  readonly tokenId?: string;
}

/** That a fact is something to be done, and under which conditions: they are judged in the group that commits it. */
export interface Command {
  /** The entity that it makes or changes. */
  readonly subject: string;
  /** Hash of what was asked for. */
  readonly input: string;
  /** Of two facts of a producer with the same key only the first is carried out. */
  readonly key?: string;
  /** The subject must not be there yet: a version's number is given once. */
  readonly makes?: boolean;
  /** The position that the subject must still be at. */
  readonly expectedPosition?: number;
  /** The same of others that were looked at before: by id. */
  readonly unmoved?: Readonly<Record<string, number>>;
  /** Ids of entities that must be there and not removed, whoever else names them. */
  readonly requires?: readonly string[];
  /** Nothing that is there may have the subject as its artifact. */
  readonly unreferenced?: boolean;
}

/**
 * What is said about one entity. Being named is a claim too, with no attributes; entities that attributes or a statement
 * refer to by id need no claim of their own. Attribute names and shapes: `catalog/attributes.ts`.
 */
export interface Claim {
  readonly id: string;
  /** null takes back what the same producer said before (OpenLineage `_deleted`). */
  readonly attributes?: { readonly [name: string]: Json };
  /** It is no longer there (a dropped table, a person's removal). `ban`: later facts do not bring it back. */
  readonly removed?: { readonly ban: boolean };
}

/**
 * How it is known. DEFINED: somebody said through the API what a thing is; of such statements about a subject the newest counts alone,
 * whoever made it, and a side without ports says that nothing is there, rather than nothing.
 */
export type Method = 'DECLARED' | 'PARSED' | 'OBSERVED' | 'DEFINED';

/** What data a job, or a run of it, read and wrote; for other subjects, what flows into them and out. Union over a run's facts; newest wins among declarations. */
export interface Statement {
  /**
   * A job's id; a feature table's, a pipeline's or workflow's version (catalog/flow.ts says what can be at the other end); or a
   * dataset's, for column lineage that comes without a job (then there are no inputs and outputs).
   */
  readonly subject: string;
  readonly method: Method;
  /** The run's id; absent for a declaration (OpenLineage job and dataset events). */
  readonly run?: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** One per output for which column lineage was sent, even if it is empty: that is what closes earlier column edges. */
  readonly columns: readonly ColumnLineage[];
}

export interface Port {
  /** Its id; where the subject is no job, of anything that flows there. */
  readonly dataset: string;
  /** The version that was read or written, if it was said (OpenLineage version facet). */
  readonly version?: string;
  /** Input or output facets, raw, by name. */
  readonly facets?: { readonly [name: string]: Json };
}

export interface ColumnLineage {
  /** A dataset; or a feature table, where `to` names a feature that the field carries. */
  readonly output: string;
  readonly derivations: readonly Derivation[];
  /** Columns that decide which rows there are (filters, joins, sort, grouping), not what is in a field. */
  readonly indirect: readonly Influence[];
}

/** Field `to` of the output is computed from field `field` of `dataset`. */
export interface Derivation {
  readonly to: string;
  readonly dataset: string;
  readonly field: string;
  readonly transformations: readonly Transformation[];
}

export interface Influence {
  readonly dataset: string;
  readonly field: string;
  readonly transformations: readonly Transformation[];
}

/** OpenLineage ColumnLineageDatasetFacet transformation; `type` DIRECT or INDIRECT. */
export interface Transformation {
  readonly type: 'DIRECT' | 'INDIRECT';
  readonly subtype?: string;
  readonly description?: string;
  readonly masking?: boolean;
}

export type Outcome = 'APPLIED' | 'UNCHANGED' | 'REFUSED' | 'HELD';

export interface Problem {
  readonly rule: string;
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy?: string;
}

/** What became of one fact. `position`: the log's position that includes it. */
export interface Receipt {
  readonly outcome: Outcome;
  readonly position: number;
  readonly problems: readonly Problem[];
  /** Of a command that was carried out before: the id of what it made or changed then. */
  readonly answer?: string;
}

/**
 * Hands a fact to the Writer; resolves after the commit. A refusal is a receipt; throws Unavailable when the database is away
 * (what was handed in may then be committed or not, and can be sent again). `sentBy` is kept in the log; this server, when left out.
 */
export type Submit = (fact: Fact, sentBy?: Principal) => Promise<Receipt>;
