import { type Seen, seenAmong } from '../../access/seen.js';
import type { Database } from '../../neo4j/database.js';
import { parseId } from '../id.js';
import type { SegmentDefinition } from '../segment/definition.js';
import type { PipelineStep } from './pipeline-step.js';
import { propagate } from './propagate.js';
import type { KnownPipeline } from './schema.js';
import type { PipelineDefinition } from './version.js';

const DEFINITIONS = `
UNWIND $p.ids AS id
MATCH (e:Entity {id: id})
WHERE e.removedAt IS NULL AND e.definition IS NOT NULL
  AND ($p.use = 'TO_READ' OR NOT EXISTS { (e)-[:VERSION_OF]->(thing) WHERE thing.removedAt IS NOT NULL })
RETURN id, e.definition AS definition, coalesce(e.draft, false) AS draft`;

/** Nothing new is built on what was removed; what was built on it before still says what it does. */
export type Use = 'TO_READ' | 'TO_BUILD_ON';

/** A segment's version, for what is built on it. */
export interface KnownSegment {
  readonly id: string;
  readonly draft: boolean;
  readonly definition: SegmentDefinition;
}

/** A pipeline's version with its steps. */
export interface LoadedPipeline extends KnownPipeline {
  readonly draft: boolean;
  readonly steps: readonly PipelineStep[];
}

/** Versions of segments by id; those that are not there are left out. One query. */
export async function findKnownSegments({ database, sight }: Seen, ids: readonly string[], use: Use): Promise<Map<string, KnownSegment>> {
  const rows = await readDefinitions(database, await seenAmong(sight, ids, (id) => id), use);
  return new Map(rows.map(({ id, definition, draft }) => [id, { id, draft, definition: JSON.parse(definition) as SegmentDefinition }]));
}

/** Versions of pipelines by id, ready to be applied to schemas; those that are not there are left out. Two queries, however many. */
export async function findKnownPipelines(seen: Seen, ids: readonly string[], use: Use): Promise<Map<string, LoadedPipeline>> {
  const wanted = ids.filter((id) => parseId(id)?.kind === 'PIPELINE_VERSION');
  const rows = await readDefinitions(seen.database, await seenAmong(seen.sight, wanted, (id) => id), use);
  const found = rows.map(({ id, draft, definition }) => ({ id, draft, ...(JSON.parse(definition) as PipelineDefinition) }));
  const segmentIds = found.flatMap(({ steps }) => steps.map(({ segment }) => segment));
  const [segments, hidden] = await Promise.all([findKnownSegments(seen, segmentIds, 'TO_READ'), seen.sight?.hiddenAmong(segmentIds)]);
  return new Map(
    found.map(({ id, draft, kind, needsFitting, steps: stored }) => {
      const steps = stored.map(({ segment, params }) => {
        if (hidden?.has(segment)) return HIDDEN;
        return { segment: segmentName(segment), definition: segments.get(segment)?.definition ?? NOTHING, params };
      });
      return [id, { id, draft, kind, needsFitting, steps, propagate: (input) => propagate(steps, input) }];
    }),
  );
}

interface DefinitionRow {
  readonly id: string;
  /** JSON. */
  readonly definition: string;
  readonly draft: boolean;
}

function readDefinitions(database: Database, ids: readonly string[], use: Use): Promise<DefinitionRow[]> {
  return database.read<DefinitionRow>(DEFINITIONS, { p: { ids: [...new Set(ids)], use } });
}

/** For people: namespace and name of a segment's version. */
export function segmentName(version: string): string {
  const [namespace, name] = parseId(version)!.parts;
  return `${namespace}/${name}`;
}

/** A segment that was taken away, or that whoever asks may not see: what it does nobody can tell. */
const NOTHING: SegmentDefinition = { fits: 'NONE', params: [], schema: { needs: [], adds: [], dynamic: 'UNKNOWN' } };
const HIDDEN: PipelineStep = { segment: 'restricted', definition: NOTHING, params: {} };
