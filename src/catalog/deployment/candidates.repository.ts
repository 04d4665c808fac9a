import type { Seen } from '../../access/seen.js';
import type { Database } from '../../neo4j/database.js';
import { unavailable } from '../artifact/available.js';
import { findAttached } from '../entity/attached.repository.js';
import { findEntities, findSaid } from '../entity/entity.repository.js';
import { isOfKind } from '../entity/projection.js';
import { environmentId } from '../environment/environment.js';
import { seriesLine } from '../evaluation/evaluation.js';
import { findLastValues } from '../evaluation/evaluation.repository.js';
import type { ModelRow } from '../model/model.js';
import { modelOf } from '../trained-model/trained-model.js';
import { approvalsIn } from './approval.js';
import { findArtifactsOf } from './deployment.repository.js';
import type { Candidate, Deployable } from './deployment-rules.js';
import { DEPLOYABLE, type Served } from './release.js';

/** What is to be served, as it was asked for: artifacts that are left out are those of the trained model. */
export type Wanted = Omit<Served, 'artifacts'> & { readonly artifacts: readonly string[] | null };

/** Reads all that the rules want to know: five statements or fewer, and one for each trained model whose model requires something. */
export async function findCandidates({ database, sight }: Seen, environment: string, wanted: readonly Wanted[]): Promise<Candidate[]> {
  const ids = wanted.map(({ what }) => what);
  const modelIds = ids.map((id) => (isOfKind(id, 'TRAINED_MODEL') ? modelOf(id) : id));
  const asked = [environmentId(environment), ...ids, ...modelIds];
  const found = await findEntities(database, asked);
  const [rows, models] = [found.slice(1, 1 + ids.length) as (Deployable | null)[], found.slice(1 + ids.length)];
  const keys = rows.map((row) => row?.key ?? -1);
  const origins = asked.map((id) => ({ id }));
  const [said, attached, own] = await Promise.all([
    findSaid(database, origins.slice(1, 1 + ids.length)),
    findAttached(database, origins),
    findArtifactsOf(database, keys),
  ]);
  const artifacts = wanted.map((each, at) => each.artifacts ?? (each.image === null ? (own.get(keys[at]!) ?? []) : []));
  const known = await findThere(database, [...new Set(artifacts.flat())]);
  return Promise.all(
    wanted.map(async (each, at): Promise<Candidate> => {
      const row = described(rows[at] ?? null);
      const model = models[at] ?? null;
      const owners =
        [attached[0]!, attached[1 + at]!, attached[1 + wanted.length + at]!].find(({ answer }) => answer.owners.length > 0)?.answer
          .owners ?? [];
      return {
        ...each,
        artifacts: artifacts[at]!,
        path: ['input', 'serving', String(at)],
        row,
        required: row?.kind === 'TRAINED_MODEL' && model ? await requirements({ database, sight }, row, model as ModelRow) : [],
        approvals: approvalsIn(said[at]!),
        known,
        askedOf: owners.length > 0 ? `Owners: ${owners.map(({ owner }) => owner.name).join(', ')}.` : '',
      };
    }),
  );
}

/** What was only named is not there yet. */
const described = (row: Deployable | null): Deployable | null =>
  row && row.contentHash !== null && isOfKind(row.id, ...DEPLOYABLE) ? row : null;

async function findThere(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const found = ids.length > 0 ? await findEntities(database, ids) : [];
  return new Set(ids.filter((id, at) => !unavailable(id, found[at], [])));
}

/** By each criterion that the model requires, the last value that was recorded of all the data: it counts for those, too, who may not see it. */
async function requirements({ database, sight }: Seen, { key }: Deployable, { criteria }: ModelRow): Promise<Candidate['required']> {
  const required = (criteria ?? []).filter((criterion) => criterion.required);
  if (required.length === 0) return [];
  const names = required.map(({ name }) => ({ criterion: name, slice: null }));
  const last = await findLastValues(database, key, names, { except: '', limit: 1 });
  const hidden = await sight?.hiddenAmong([...last.values()].flat().map(({ evaluation }) => evaluation));
  return required.map((criterion) => {
    const found = last.get(seriesLine(criterion.name, null))?.at(-1);
    return { ...criterion, value: found?.value, isTold: !found || !hidden?.has(found.evaluation) };
  });
}
