import type { Database } from '../../neo4j/database.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { type IncidentRow, type IncidentRule, type IncidentState, shape } from './incident.js';

export interface IncidentFilter extends EntityFilter {
  readonly states?: readonly IncidentState[] | null;
  readonly criterion?: string | null;
  readonly rule?: IncidentRule | null;
  /** The id of a model. */
  readonly model?: string | null;
}

export const listIncidents = listOfKind<IncidentFilter, IncidentRow>(
  {
    prefix: 'incident:',
    shape,
    starts: { model: 'MATCH (:Entity {id: $p.model})<-[:INSTANCE_OF]-(:TrainedModel)<-[:CONCERNS]-(e:Incident)' },
    conditions: `($p.states IS NULL OR e.state IN $p.states)
  AND ($p.criterion IS NULL OR e.criterion = $p.criterion)
  AND ($p.rule IS NULL OR e.rule = $p.rule)
  AND ($p.model IS NULL OR EXISTS { (e)-[:CONCERNS]->()-[:INSTANCE_OF]->(:Entity {id: $p.model}) })`,
  },
  ({ criterion, model, rule, states }) => ({
    criterion: criterion ?? null,
    model: model ?? null,
    rule: rule ?? null,
    states: states ? [...states] : null,
  }),
);

const OPEN = `
MATCH (:Entity {key: $p.trainedModel})<-[:CONCERNS]-(e:Incident)
WHERE e.removedAt IS NULL AND e.state <> 'RESOLVED'
RETURN ${rowMap(shape)} AS row`;

/** Of a trained model, by its key: those that are not resolved. */
export async function findOpenIncidents(database: Database, trainedModel: number): Promise<IncidentRow[]> {
  const rows = await database.read<{ row: RawRow }>(OPEN, { p: { trainedModel } });
  return rows.map(({ row }) => rowOf<IncidentRow>(shape, row));
}

const incidentsAbout = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH ${pattern}
  WHERE e.removedAt IS NULL
    AND ($p.id IS NULL OR e.createdAt < $p.sort OR (e.createdAt = $p.sort AND e.id > $p.id))
  WITH e ORDER BY e.createdAt DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const newestFirst = (cypher: string): PagedRelation<IncidentRow> =>
  relation<IncidentRow>({ cypher, row: (raw) => rowOf(shape, raw), cursor: ({ createdAt, id }) => [createdAt, id] });

export const incidentsOfTrainedModels = newestFirst(incidentsAbout('(o)<-[:CONCERNS]-(e:Incident)'));
export const incidentsOfModels = newestFirst(incidentsAbout('(o)<-[:INSTANCE_OF]-(:TrainedModel)<-[:CONCERNS]-(e:Incident)'));
