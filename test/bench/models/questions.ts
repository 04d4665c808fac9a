import type { Driver } from 'neo4j-driver';
import {
  FindModelsDocument,
  FindTrainedModelsDocument,
  ModelDataDocument,
  ModelDescriptionDocument,
  ModelFeaturesDocument,
  ModelJobsDocument,
  ModelLearningDocument,
  ModelOwnersDocument,
  ModelPerformanceDocument,
  ModelsOfColumnDocument,
  type TypedDocumentString,
} from '../../support/generated/operations.js';
import type { HttpClient } from '../../support/http-client.js';
import { featureId, LAKE_SOURCE, modelId, modelName, rawColumnId, TASKS } from './model-estate.js';

/** What people ask about models: a named operation, and what somebody who knows the graph would write by hand. */
export interface Question {
  readonly what: string;
  readonly document: TypedDocumentString<unknown, never>;
  /** What it is asked for in turn. `count`: how many models there are. */
  readonly variables: (count: number) => readonly object[];
  /** Of the same: one row per thing that is told, or a list of them in `things`. Parameters: those that `parameters` makes of the variables. */
  readonly cypher: string;
  readonly parameters?: (variables: never) => object;
  /** How many things Vinci's answer tells. */
  readonly told: (data: never) => number;
}

/** Some of them, from all over. */
const places = (count: number): number[] => [0, 0.13, 0.29, 0.5, 0.71, 0.93].map((part) => Math.floor(part * (count - 1)));
const names = (count: number): { name: string }[] => places(count).map((at) => ({ name: modelName(at) }));
const idOf = ({ name }: { name: string }): object => ({ id: modelId(Number(name.slice('model_'.length))) });
const MODEL = 'MATCH (m:Entity {id: $p.id})';

const question = <Data, Variables extends object, Asked>(
  what: string,
  document: TypedDocumentString<Data, Variables>,
  parts: {
    variables: (count: number) => readonly Asked[];
    cypher: string;
    parameters?: (variables: Asked) => object;
    told: (data: Data) => number;
  },
): Question => ({ what, document, ...parts }) as unknown as Question;

export const QUESTIONS: readonly Question[] = [
  question('what it does', ModelDescriptionDocument, {
    variables: names,
    parameters: idOf,
    cypher: `${MODEL} RETURN m.id AS id, m.description AS description, m.task AS task, m.intendedUse AS intendedUse, m.limits AS limits,
      m.framework AS framework, m.revision AS revision, m.criteria AS criteria, m.hyperparameters AS hyperparameters`,
    told: ({ model }) => (model ? 1 : 0),
  }),
  question('who owns it', ModelOwnersDocument, {
    variables: names,
    parameters: idOf,
    cypher: `${MODEL}-[r:OWNED_BY]->(o) RETURN r.role AS role, r.by AS by, o.id AS id, o.name AS name`,
    told: ({ model }) => model?.owners.length ?? 0,
  }),
  question('from which label it learns', ModelLearningDocument, {
    variables: names,
    parameters: idOf,
    cypher: `${MODEL} RETURN m.learning AS learning, m.label AS label`,
    told: ({ model }) => (model?.label ? 1 : 0),
  }),
  question('which features it uses', ModelFeaturesDocument, {
    variables: names,
    parameters: idOf,
    cypher: `${MODEL}-[:USES]->(f:Feature)-[:PART_OF]->(t) RETURN f.id AS id, f.name AS name, f.description AS description, f.dataType AS dataType,
      f.semanticKind AS semanticKind, t.id AS tableId, t.name AS tableName ORDER BY f.id LIMIT 100`,
    told: ({ model }) => model?.features.nodes.length ?? 0,
  }),
  question('which jobs train it, predict and evaluate, and how it went', ModelJobsDocument, {
    variables: names,
    parameters: idOf,
    cypher: `${MODEL}<-[:INSTANCE_OF]-(t:TrainedModel)
      CALL (t) {
        MATCH (t)-[:TRAINED_BY]->(:Run)-[:RUN_OF]->(j:Job) RETURN 'TRAIN' AS purpose, j
        UNION MATCH (t)<-[:PREDICTED_BY]-()-[:MADE_BY]->(:Run)-[:RUN_OF]->(j:Job) RETURN 'PREDICT' AS purpose, j
        UNION MATCH (t)<-[:EVALUATES]-()-[:MADE_BY]->(:Run)-[:RUN_OF]->(j:Job) RETURN 'EVALUATE' AS purpose, j
      }
      WITH DISTINCT purpose, j ORDER BY j.id LIMIT 60
      CALL (j) { MATCH (j)<-[:RUN_OF]-(r:Run) RETURN r ORDER BY r.sortKey DESC LIMIT 1 }
      RETURN purpose, j.id AS id, j.trigger AS trigger, r.id AS run, r.state AS state, r.startedAt AS startedAt, r.endedAt AS endedAt`,
    told: ({ model }) => [model?.training, model?.predicting, model?.evaluating].flatMap((jobs) => jobs?.nodes ?? []).length,
  }),
  question('what it predicted', ModelDataDocument, {
    variables: names,
    parameters: (variables) => ({ ...idOf(variables), source: LAKE_SOURCE }),
    cypher: `${MODEL}<-[:INSTANCE_OF]-(t:TrainedModel)<-[:PREDICTED_BY]-(s:PredictionSet)
      MATCH (d:Entity {id: s.dataset})
      OPTIONAL MATCH (source:Entity {id: $p.source})
      RETURN s.id AS id, s.predictedAt AS predictedAt, s.rowCount AS rowCount, t.id AS trainedModel, t.number AS number,
        d.id AS dataset, d.name AS name, d.namespace AS namespace,
        d.fileFormat AS fileFormat, d.storageLayer AS storageLayer, d.dataSourceUri AS uri, source {.*} AS source ORDER BY s.predictedAt DESC, s.id LIMIT 20`,
    told: ({ model }) => model?.predictionSets.nodes.length ?? 0,
  }),
  question('how well it does, by a criterion over time', ModelPerformanceDocument, {
    variables: (count) => names(count).map(({ name }) => ({ name, criterion: 'auc' })),
    parameters: idOf,
    cypher: `${MODEL}
      CALL (m) {
        MATCH (m)<-[:INSTANCE_OF]-(t:TrainedModel)<-[:EVALUATES]-(e:Evaluation) WHERE e.series CONTAINS '\\nauc\\n'
        WITH t, e ORDER BY e.at DESC, e.id LIMIT 100
        OPTIONAL MATCH (e)-[:EVALUATED_ON]->(d)
        RETURN collect({id: t.id, number: t.number, at: e.at, dataset: d.id, metrics: e.metrics}) AS things
      }
      CALL (m) {
        MATCH (m)<-[:INSTANCE_OF]-(t:TrainedModel)<-[:CONCERNS]-(i:Incident)
        WITH t, i ORDER BY i.createdAt DESC, i.id LIMIT 10
        RETURN collect(i {.id, .state, .rule, .criterion, .value, .limit, about: t.id}) AS incidents
      }
      RETURN m.criteria AS criteria, things, incidents`,
    told: ({ model }) => model?.metrics.nodes.length ?? 0,
  }),
  question('models of a task', FindModelsDocument, {
    variables: () => TASKS.map((task) => ({ filter: { task } })),
    parameters: ({ filter }) => filter,
    cypher: `MATCH (m:Model) WHERE m.task = $p.task AND m.id > ''
      WITH m ORDER BY m.id LIMIT 20
      RETURN m.id AS id, m.name AS name, m.description AS description, m.task AS task, m.learning AS learning, m.framework AS framework,
        [(m)-[r:KNOWN_AS]->(t) | {alias: r.role, id: t.id, number: t.number, scores: [(t)-[s:SCORED]->(m) | {criterion: s.role, value: s.value}]}] AS named,
        [(m)-[r:OWNED_BY]->(o) | {role: r.role, id: o.id}] AS owners`,
    told: ({ models }) => models.nodes.length,
  }),
  question('models that use a feature', FindModelsDocument, {
    variables: () => [0, 1, 5, 50, 500].map((at) => ({ filter: { feature: featureId(at) } })),
    parameters: ({ filter }) => filter,
    cypher: `MATCH (:Entity {id: $p.feature})<-[:USES]-(m:Model)
      WITH m ORDER BY m.id LIMIT 20
      RETURN m.id AS id, m.name AS name, m.description AS description, m.task AS task, m.learning AS learning, m.framework AS framework,
        [(m)-[r:KNOWN_AS]->(t) | {alias: r.role, id: t.id, number: t.number, scores: [(t)-[s:SCORED]->(m) | {criterion: s.role, value: s.value}]}] AS named,
        [(m)-[r:OWNED_BY]->(o) | {role: r.role, id: o.id}] AS owners`,
    told: ({ models }) => models.nodes.length,
  }),
  question('trainings above a metric', FindTrainedModelsDocument, {
    variables: () => [0.5, 0.9, 0.99, 0.999].map((atLeast) => ({ filter: { metric: { criterion: 'auc', atLeast } } })),
    parameters: ({ filter }) => filter.metric,
    cypher: `MATCH (t:TrainedModel)-[s:SCORED]->() WHERE s.role = $p.criterion AND s.value >= $p.atLeast AND t.id > ''
      WITH t ORDER BY t.id LIMIT 20
      RETURN t.id AS id, t.number AS number, t.stage AS stage, t.trainedAt AS trainedAt, [(t)-[s:SCORED]->() | {criterion: s.role, value: s.value}] AS scores`,
    told: ({ trainedModels }) => trainedModels.nodes.length,
  }),
  question('models downstream of a column', ModelsOfColumnDocument, {
    variables: () => [0, 7, 41, 99].map((table) => ({ id: rawColumnId(table, table % 20) })),
    parameters: ({ id }) => ({ dataset: id.split('#')[0]!, column: id.split('#')[1]! }),
    cypher: `MATCH (:Entity {id: $p.dataset})-[:HAS_COLUMN]->(c:Column {name: $p.column})
      MATCH (c)-[:DERIVES|CARRIES|INFORMS|DEFINES|SERVES|PREDICTS*1..10]->(e) WHERE e:Model OR e:TrainedModel OR e:Deployment OR e:PredictionSet
      WITH DISTINCT e ORDER BY e.id LIMIT 100
      RETURN e.id AS id, e.kind AS kind, e.name AS name, [(e)-[r:OWNED_BY]->(o) | {role: r.role, id: o.id}] AS owners`,
    told: ({ lineage }) => lineage.nodes.length,
  }),
];

export interface Answered {
  /** Milliseconds, one per time it was asked. */
  readonly vinci: number[];
  readonly plain: number[];
  /** A sentence each. */
  readonly faults: string[];
}

/** Through Vinci's API and by hand through the driver, in turn; both have to tell as much. */
export async function ask(client: HttpClient, driver: Driver, question: Question, count: number, rounds: number): Promise<Answered> {
  const answered: Answered = { vinci: [], plain: [], faults: [] };
  for (let round = 0; round < rounds; round++)
    for (const variables of question.variables(count)) {
      const began = performance.now();
      const data = await client.query(question.document, variables as never);
      const between = performance.now();
      const rows = await byHand(driver, question, variables);
      const ended = performance.now();
      answered.vinci.push(between - began);
      answered.plain.push(ended - between);
      const told = question.told(data as never);
      if (round === 0 && told !== rows)
        answered.faults.push(`${question.what}: Vinci tells ${told} things, by hand it is ${rows} (${JSON.stringify(variables)}).`);
    }
  return answered;
}

async function byHand(driver: Driver, { cypher, parameters }: Question, variables: object): Promise<number> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const p = parameters ? parameters(variables as never) : variables;
    const { records } = await session.executeRead((tx) => tx.run(cypher, { p }));
    const rows = records.map((record) => record.toObject() as { things?: readonly unknown[] });
    return rows.reduce((sum, { things }) => sum + (things?.length ?? 1), 0);
  } finally {
    await session.close();
  }
}
