import { Sight } from '../access/sight.js';
import { countReferences, findArtifactUse, listArtifacts, referencesOfArtifacts } from '../catalog/artifact/artifact.repository.js';
import { columnsDerivedFrom, columnsOfDatasets, listColumns } from '../catalog/column/column.repository.js';
import { listConnectors } from '../catalog/connector/connector.repository.js';
import { jobsConsuming, jobsProducing, listDatasets } from '../catalog/dataset/dataset.repository.js';
import { findVersionsRead, versionsOfDatasets } from '../catalog/dataset/version.repository.js';
import {
  deploymentsOfServed,
  findArtifactsOf,
  findReleasesAt,
  listDeployments,
  releasesOfDeployments,
} from '../catalog/deployment/deployment.repository.js';
import { listDomains } from '../catalog/domain/domain.repository.js';
import { findAttached } from '../catalog/entity/attached.repository.js';
import { findAliases, findAnswer, findEntities, findSaid, headPosition } from '../catalog/entity/entity.repository.js';
import { findDefinitions, findNewestVersions, versionsOfThings } from '../catalog/entity/version.repository.js';
import { listEnvironments } from '../catalog/environment/environment.repository.js';
import {
  evaluationsOfTrainedModels,
  findLastValues,
  findMetrics,
  metricsOfModels,
  metricsOfRuns,
  metricsOfTrainedModels,
} from '../catalog/evaluation/evaluation.repository.js';
import { featuresOfTables, findCarriedFeatures } from '../catalog/feature/feature.repository.js';
import { listFeatures } from '../catalog/feature/feature-list.repository.js';
import {
  findStale,
  inputsOfFeatureTables,
  jobsOfFeatureTables,
  listFeatureTables,
} from '../catalog/feature-table/feature-table.repository.js';
import { childrenOf, findParents, findPlacement } from '../catalog/hierarchy/hierarchy.repository.js';
import { entitiesBelowDomain, entitiesBelowTerm, entitiesOfDomain, entitiesOfTerm } from '../catalog/hierarchy/members.repository.js';
import { findOpenIncidents, incidentsOfModels, incidentsOfTrainedModels, listIncidents } from '../catalog/incident/incident.repository.js';
import { inputsOfJobs, jobsDependedOn, listJobs, outputsOfJobs, parentOfJobs, partsOfJobs } from '../catalog/job/job.repository.js';
import { featuresOfModels, jobsOfModels, listModels, modelsOfFeatures } from '../catalog/model/model.repository.js';
import { listOwners, ownedEntities } from '../catalog/owner/owner.repository.js';
import { findKnownPipelines, findKnownSegments } from '../catalog/pipeline/known.repository.js';
import { listPipelines } from '../catalog/pipeline/pipeline.repository.js';
import { predictionSetsOfModels, predictionSetsOfTrainedModels } from '../catalog/prediction-set/prediction-set.repository.js';
import {
  childrenOfRuns,
  findJobIds,
  findParentIds,
  findRootIds,
  findRunByExternalId,
  listRuns,
  runsOfJobs,
  versionsRead,
  versionsWritten,
} from '../catalog/run/run.repository.js';
import { listSegments, sameLogic } from '../catalog/segment/segment.repository.js';
import { datasetsOfSources, listSources } from '../catalog/source/source.repository.js';
import { findFieldStatistics, findStatisticsAt, statisticsOfDatasets } from '../catalog/statistics/statistics.repository.js';
import { listTags, taggedEntities } from '../catalog/tag/tag.repository.js';
import { findRelatedTerms, listTerms } from '../catalog/term/term.repository.js';
import { findKeptScores, findNewestEvaluations, findScoredOfModels } from '../catalog/trained-model/score.repository.js';
import {
  findAliasesOfModels,
  findLastNumber,
  findModelAliases,
  findScores,
  listTrainedModels,
  trainedModelsOfDatasets,
  trainedModelsOfModels,
} from '../catalog/trained-model/trained-model.repository.js';
import { findFeatureTableSchemas, findSchemas } from '../catalog/workflow/known.repository.js';
import { listWorkflows } from '../catalog/workflow/workflow.repository.js';
import { appliesWorkflow } from '../catalog/workflow/workflow-jobs.repository.js';
import { findAssertions } from '../lineage/evidence.repository.js';
import { assetStepsAt, LineageSteps, otherNames } from '../lineage/lineage.repository.js';
import type { Database } from '../neo4j/database.js';
import { countFacets, findTexts } from '../search/detail.repository.js';
import { find, suggest } from '../search/find.js';
import { readLog } from '../write/log.js';

const RELATIONS = [
  columnsOfDatasets,
  columnsDerivedFrom,
  versionsOfDatasets,
  jobsProducing,
  jobsConsuming,
  inputsOfJobs,
  outputsOfJobs,
  jobsDependedOn,
  parentOfJobs,
  partsOfJobs,
  runsOfJobs,
  childrenOfRuns,
  versionsRead,
  versionsWritten,
  versionsOfThings,
  sameLogic,
  datasetsOfSources,
  ownedEntities,
  taggedEntities,
  featuresOfTables,
  featuresOfModels,
  modelsOfFeatures,
  jobsOfModels,
  trainedModelsOfModels,
  trainedModelsOfDatasets,
  predictionSetsOfTrainedModels,
  predictionSetsOfModels,
  evaluationsOfTrainedModels,
  incidentsOfTrainedModels,
  incidentsOfModels,
  deploymentsOfServed,
  releasesOfDeployments,
  jobsOfFeatureTables,
  inputsOfFeatureTables,
  statisticsOfDatasets,
  childrenOf,
  referencesOfArtifacts,
];
const MEMBERS = [entitiesOfTerm, entitiesOfDomain, entitiesBelowTerm, entitiesBelowDomain];
const LISTS = [
  listSources,
  listDatasets,
  listColumns,
  listJobs,
  listRuns,
  listOwners,
  listTags,
  listTerms,
  listDomains,
  listConnectors,
  listFeatureTables,
  listFeatures,
  listSegments,
  listPipelines,
  listWorkflows,
  listModels,
  listTrainedModels,
  listIncidents,
  listArtifacts,
  listDeployments,
  listEnvironments,
];
const BY_KEYS = [
  findAliases,
  findParents,
  findRelatedTerms,
  findJobIds,
  findParentIds,
  findRootIds,
  findAssertions,
  findDefinitions,
  findMetrics,
  findStale,
  findArtifactsOf,
  findFieldStatistics,
  findTexts,
  countFacets,
  countReferences,
];

const FIRST = { first: 1, after: null };
/** A key that nothing has, and an id. */
const NONE = [-1];
const NOTHING = 'none';
const NOWHERE = { namespace: 'none' };

/**
 * Asks every statement that reading is made of about what is not there, so that the database has planned it before it is needed.
 * Some at a time: planning keeps one processor busy. `onPlanned` hears how many there were so far.
 */
export async function warmUpReads(asked: Database, onPlanned: (count: number) => void = () => undefined): Promise<void> {
  let count = 0;
  const database: Database = {
    read: async (cypher, parameters) => {
      const rows = await asked.read<never>(cypher, parameters);
      onPlanned(++count);
      return rows;
    },
    write: (cypher, parameters) => asked.write(cypher, parameters),
    transaction: (work) => asked.transaction(work),
    close: () => asked.close(),
  };
  await headPosition(database);
  await Promise.all([warmUpRelations, warmUpLists, warmUpEntities, warmUpSearch, warmUpSight].map((warmUp) => warmUp(database)));
  for (const evidence of [false, true]) await warmUpWalks(new LineageSteps(database, evidence));
  for (const way of ['UPSTREAM', 'DOWNSTREAM'] as const) await assetStepsAt(database, 0).assets(NONE, way);
  await otherNames(database, ['dataset:none/none']);
}

async function warmUpRelations(database: Database): Promise<void> {
  for (const relation of RELATIONS) await relation(database, [{ id: NOTHING }], FIRST);
  const series = { ...FIRST, criterion: null, slice: null, dataset: null, since: null, until: null };
  for (const metrics of [metricsOfTrainedModels, metricsOfModels, metricsOfRuns]) await metrics(database, [{ id: NOTHING }], series);
  for (const members of MEMBERS) await members(database, [{ id: NOTHING }], { ...FIRST, kinds: null });
}

async function warmUpLists(database: Database): Promise<void> {
  for (const list of LISTS) await list(database, NOWHERE, FIRST);
  const [feature, table, model, trainedOn] = ['feature:none/none/none', 'feature-table:none/none', 'model:none/none', 'dataset:none/none'];
  for (const filter of [{ feature }, { table }]) await listModels(database, { ...NOWHERE, ...filter }, FIRST);
  for (const filter of [{ model }, { trainedOn }, { feature }]) await listTrainedModels(database, { ...NOWHERE, ...filter }, FIRST);
  await listIncidents(database, { ...NOWHERE, model: model! }, FIRST);
  for (const filter of [{ job: 'none' }, { parent: 'none' }]) await listRuns(database, filter, FIRST);
  await readLog(database, Number.MAX_SAFE_INTEGER, 1);
}

async function warmUpEntities(database: Database): Promise<void> {
  await findEntities(database, ['dataset:none/none', 'dataset:none/none#none']);
  await findPlacement(database, 'term:none/none', 'term:none/none');
  for (const published of [true, false]) await findNewestVersions(database, ['segment:none/none'], published);
  await findKnownSegments({ database, sight: null }, ['segment-version:none/none/1'], 'TO_READ');
  await findKnownPipelines({ database, sight: null }, [], 'TO_READ');
  await findAnswer(database, 'none');
  await findLastNumber(database, NONE[0]!);
  await findLastValues(database, NONE[0]!, [{ criterion: 'none', slice: null }], { except: '', limit: 1 });
  await findReleasesAt(database, [{ key: NONE[0]!, at: '' }]);
  await findOpenIncidents(database, NONE[0]!);
  await findArtifactUse(database, ['artifact:none']);
  await findRunByExternalId(database, 'none');
  await appliesWorkflow(database, 'none', 'none');
  for (const findBy of BY_KEYS) await findBy(database, NONE);
  for (const findBy of [findAliasesOfModels, findModelAliases, findScores, findKeptScores]) await findBy(database, [NOTHING]);
  await findNewestEvaluations(database, [{ trainedModel: NOTHING, criterion: 'none' }]);
  await findScoredOfModels(database, [NOTHING], { criterion: 'none' });
  for (const findOf of [findAttached, findSaid]) await findOf(database, [{ id: NOTHING }]);
  await findVersionsRead(database, [{ dataset: 'dataset:none/none', version: null, at: '' }]);
  await findSchemas({ database, sight: null }, ['dataset:none/none']);
  await findFeatureTableSchemas({ database, sight: null }, ['feature-table:none/none']);
}

async function warmUpSearch(database: Database): Promise<void> {
  const seen = { database, sight: null };
  for (const text of ['none', '']) await find(seen, text, NOWHERE, FIRST);
  await find(seen, '', { ...NOWHERE, tag: 'none' }, FIRST);
  await suggest(seen, 'none', 1);
  await warmUpFeatures(database);
}

/** What is asked besides for those who see a part only. */
async function warmUpSight(database: Database): Promise<void> {
  const tag = 'tag:default/none';
  const sight = new Sight(database, { scopes: ['namespace:none', tag, 'domain:default/none'], closed: [tag] });
  await sight.hiddenAmong(['run:none/none', 'dataset:none/none#none']);
  await find({ database, sight }, 'none', NOWHERE, FIRST);
}

/** A list of features begins in another place for each of these, and is another where more is asked. */
async function warmUpFeatures(database: Database): Promise<void> {
  const starts = ['table', 'term', 'tag', 'owner', 'text', 'domain', 'source'].map((start) => ({ [start]: 'none' }));
  for (const filter of [{}, { dataType: 'STRING' } as const, { semanticKind: 'TEXT' } as const, ...starts])
    for (const more of [{}, { described: true }]) await listFeatures(database, { ...NOWHERE, ...filter, ...more }, FIRST);
  await findCarriedFeatures(database, 'none');
  await findStatisticsAt(database, [{ key: NONE[0]!, at: '' }]);
}

async function warmUpWalks(steps: LineageSteps): Promise<void> {
  for (const way of ['UPSTREAM', 'DOWNSTREAM'] as const) {
    await steps.assets(NONE, way);
    await steps.columns(NONE, way);
  }
  await steps.influenced(NONE);
  await steps.influencing(NONE);
  await steps.resolveColumns(NONE);
  await steps.columnsOf(NONE);
  for (const crossing of ['CARRIES', 'TRAINS', 'PRODUCES'] as const) {
    await steps.outOfColumns(crossing, NONE);
    await steps.intoColumns(crossing, NONE);
  }
  await steps.featuresOf('feature-table:none/none');
}
