import type { Database } from '../../neo4j/database.js';
import { newestStamp, parseRegisters } from '../../write/registers.js';
import { entityOf, ROW_OF_ANY } from '../entity/entity.repository.js';
import { type EntityFilter, wordsIn } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { type EntityRow, type RawRow, rowMap, rowOf } from '../entity/row.js';
import { timeOfStamp } from '../entity/said.js';
import type { Time } from '../time.js';
import { type ArtifactKind, type ArtifactRow, shape } from './artifact.js';

export interface ArtifactFilter extends EntityFilter {
  readonly kind?: ArtifactKind | null;
  /** Words, each anywhere in name, description or location, upper or lower case. */
  readonly text?: string | null;
  readonly referenced?: boolean | null;
  readonly stored?: boolean | null;
}

const REFERRED_TO = 'EXISTS { (e)<-[:HAS_ARTIFACT]-(r:Entity) WHERE r.removedAt IS NULL }';

// Ids have no namespace in front.
const CONDITIONS = `
  ($p.namespace IS NULL OR e.namespace = $p.namespace)
  AND ($p.kind IS NULL OR e.artifactKind = $p.kind)
  AND ($p.stored IS NULL OR e.stored = $p.stored)
  AND ($p.referenced IS NULL OR $p.referenced = ${REFERRED_TO})
  AND all(word IN $p.words WHERE toLower(e.name + ' ' + coalesce(e.description, '') + ' ' + coalesce(e.location, '')) CONTAINS word)`;

const MAX_WORDS = 20;

export const listArtifacts = listOfKind<ArtifactFilter, ArtifactRow>(
  { prefix: 'artifact:', shape, conditions: CONDITIONS, namespaced: false },
  ({ kind = null, stored = null, referenced = null, text }) => ({
    kind,
    stored,
    referenced,
    words: wordsIn(text).slice(0, MAX_WORDS),
  }),
);

const REFERENCES = `
UNWIND $p.of AS of
MATCH (a:Entity {id: of})
CALL (a) {
  MATCH (a)<-[:HAS_ARTIFACT]-(e:Entity)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${ROW_OF_ANY}) AS rows
}
RETURN of, rows`;

/** What refers to an artifact. */
export const referencesOfArtifacts: PagedRelation<EntityRow> = relation<EntityRow>({ cypher: REFERENCES, row: entityOf, cursor: byId });

const COUNT_REFERENCES = `
UNWIND $p.keys AS key
MATCH (a:Entity {key: key})
RETURN key, COUNT { MATCH (a)<-[:HAS_ARTIFACT]-(e:Entity) WHERE e.removedAt IS NULL RETURN DISTINCT e } AS count`;

export async function countReferences(database: Database, keys: readonly number[]): Promise<number[]> {
  const rows = await database.read<{ key: number; count: number }>(COUNT_REFERENCES, { p: { keys } });
  const found = new Map(rows.map(({ key, count }) => [key, count]));
  return keys.map((key) => found.get(key) ?? 0);
}

/** What decides on whether an artifact can be purged. */
export interface ArtifactUse {
  readonly artifact: ArtifactRow;
  readonly referenced: boolean;
  /** When anybody last spoke of it. */
  readonly spokenOf: Time;
}

const USE = `
UNWIND $p.ids AS id
MATCH (e:Entity {id: id})
RETURN ${rowMap(shape)} AS row, ${REFERRED_TO} AS referenced, e.said AS said, e.saidAt AS saidAt, e.seenAt AS seenAt`;

interface UseRow {
  readonly row: RawRow;
  readonly referenced: boolean;
  readonly said: string | null;
  readonly saidAt: string | null;
  readonly seenAt: string | null;
}

/** By id; what nobody named is left out. */
export async function findArtifactUse(database: Database, ids: readonly string[]): Promise<Map<string, ArtifactUse>> {
  const rows = await database.read<UseRow>(USE, { p: { ids } });
  const uses = rows.map(({ row, referenced, said, saidAt, seenAt }) => ({
    artifact: rowOf<ArtifactRow>(shape, row),
    referenced,
    spokenOf: timeOfStamp(seenAt ?? newestStamp(parseRegisters(said, saidAt))),
  }));
  return new Map(uses.map((use) => [use.artifact.id, use]));
}
