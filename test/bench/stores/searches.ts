import type { FindFeaturesQueryVariables } from '../../support/generated/operations.js';
import { SOURCES, TAGS, TEAMS, WORDS } from './feature-estate.js';

/** One way of looking for features: as Vinci is asked, and as somebody who knows the graph would write it by hand. */
export interface Search {
  readonly what: string;
  /** The filters that are asked for in turn. */
  readonly filters: readonly NonNullable<FindFeaturesQueryVariables['filter']>[];
  /** What a hand-written query begins with: it gives `e`. Parameters: those of the filter. */
  readonly match: string;
}

/** Frequent, middling and rare ones. */
const some = <T>(list: readonly T[]): T[] => [0, 1, 2, 5, 10, 20, 40].flatMap((at) => (at < list.length ? [list[at]!] : []));
const DATA_TYPES = ['DOUBLE', 'STRING', 'VECTOR', 'LONG'] as const;

export const SEARCHES: readonly Search[] = [
  {
    what: 'of a type, with a tag',
    filters: some(TAGS).flatMap((tag) => DATA_TYPES.map((dataType) => ({ dataType, tag }))),
    match: 'MATCH (:Entity {id: $p.tag})<-[:TAGGED]-(e:Feature) WHERE e.dataType = $p.dataType',
  },
  {
    what: 'with a tag',
    filters: some(TAGS).map((tag) => ({ tag })),
    match: 'MATCH (:Entity {id: $p.tag})<-[:TAGGED]-(e:Feature)',
  },
  {
    what: 'of a type',
    filters: DATA_TYPES.map((dataType) => ({ dataType })),
    match: 'MATCH (e:Feature) WHERE e.dataType = $p.dataType AND e.id > ""',
  },
  {
    what: 'of a kind, owned by a team',
    filters: some(TEAMS).map((owner) => ({ owner, semanticKind: 'EMBEDDING' as const })),
    match: `MATCH (o:Entity {id: $p.owner}) CALL (o) {
      MATCH (o)<-[:OWNED_BY]-(e:Feature) RETURN e UNION MATCH (o)<-[:OWNED_BY]-(:FeatureTable)<-[:PART_OF]-(e:Feature) RETURN e }
      WITH e WHERE e.semanticKind = $p.semanticKind`,
  },
  {
    what: 'with a word, of a type',
    filters: some(WORDS).map((text) => ({ text, dataType: 'STRING' as const })),
    match: 'MATCH (e:Feature) WHERE e.text CONTAINS $p.text AND e.dataType = $p.dataType',
  },
  {
    what: 'in a source, of a kind, with a tag',
    filters: some(SOURCES).map((namespace, at) => ({
      source: `source:${namespace.replaceAll('/', '%2F')}`,
      semanticKind: 'NUMERIC' as const,
      tag: TAGS[at]!,
    })),
    match: `MATCH (:Entity {id: $p.tag})<-[:TAGGED]-(e:Feature) WHERE e.semanticKind = $p.semanticKind
      AND EXISTS { (e)-[:PART_OF]->()-[:MATERIALISED_IN]->()-[:IN_SOURCE]->(:Entity {id: $p.source}) }`,
  },
];
