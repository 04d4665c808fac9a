import { churn } from './churn/churn.js';
import { company } from './company/company.js';
import { HALDEN } from './company/segments.js';
import { datasetId } from './dataset.js';
import { datasetEvent, jobEvents } from './events.js';
import { id } from './id.js';
import { networkFaults } from './network-faults/network-faults.js';
import type { Modelled, Part } from './part.js';
import { ticketPriority } from './tickets/tickets.js';
import type { Vinci } from './vinci.js';

const PARTS: readonly Part[] = [company, churn, networkFaults, ticketPriority];

/**
 * Tells a Vinci all that it should know of Halden Telecom. The order matters only where one thing has to be there before another can
 * name it. Loading it again changes nothing. Throws Refused at the first thing that is not taken.
 */
export async function load(vinci: Vinci): Promise<void> {
  await theGlossary(vinci);
  await whatWasSeen(vinci);
  await whatIsDefined(vinci);
  for (const { modelled } of PARTS) if (modelled) await whatIsLearned(vinci, modelled);
  for (const part of PARTS) await whatPeopleSay(vinci, part);
}

async function theGlossary(vinci: Vinci): Promise<void> {
  for (const { domains, terms } of PARTS) {
    await each(domains, (domain) => vinci.command('defineDomain', domain));
    await each(terms, (term) => vinci.command('defineTerm', term));
  }
}

/** Outside of a sample systems report this by themselves: unmodified OpenLineage clients in Spark, Airflow, dbt and Flink. */
async function whatWasSeen(vinci: Vinci): Promise<void> {
  for (const { sources = [], datasets, jobs } of PARTS) {
    await each(sources, (source) => vinci.say('registerDataSource', source));
    await vinci.post(datasets.map(datasetEvent));
    await vinci.post(jobs.flatMap(jobEvents));
  }
}

/** Segments are built into artifacts, pipelines are made of segments, workflows of pipelines, and training workflows read feature tables. */
async function whatIsDefined(vinci: Vinci): Promise<void> {
  const segments = PARTS.flatMap((part) => part.segments);
  const pipelines = PARTS.flatMap((part) => part.pipelines);
  const trainings = PARTS.flatMap((part) => part.trainings);
  await each(
    PARTS.flatMap(({ artifacts = [] }) => artifacts),
    (artifact) => vinci.command('registerArtifact', artifact),
  );
  for (const segment of segments) await vinci.command('publishSegment', segment);
  for (const pipeline of await toPublish(vinci, 'pipeline', pipelines)) await vinci.command('publishPipeline', pipeline);
  for (const { workflows, featureTables, statistics } of PARTS) {
    for (const workflow of workflows) await vinci.command('publishWorkflow', workflow);
    for (const table of featureTables) await vinci.command('registerFeatureTable', table);
    await each(statistics, (record) => vinci.command('recordStatistics', record));
  }
  for (const workflow of await toPublish(vinci, 'workflow', trainings)) await vinci.command('publishWorkflow', workflow);
}

/** Evaluations in their order: what crosses a threshold opens an incident. */
async function whatIsLearned(vinci: Vinci, { deployments = [], evaluations, model, predictions, trained }: Modelled): Promise<void> {
  await vinci.command('registerModel', model);
  for (const training of trained) await vinci.command('recordTrainedModel', training);
  for (const evaluation of evaluations) await vinci.command('recordEvaluation', evaluation);
  for (const set of predictions) await vinci.command('recordPredictionSet', set);
  for (const deployment of deployments) await vinci.command('deploy', deployment);
}

async function whatPeopleSay(vinci: Vinci, part: Part): Promise<void> {
  const { owner, domain } = part;
  const published = [
    ...namesOf('segment', part.segments),
    ...namesOf('pipeline', part.pipelines),
    ...namesOf('workflow', [...part.workflows, ...part.trainings]),
    ...namesOf('model', part.modelled ? [part.modelled.model] : []),
  ];
  const jobs = part.jobs.map(({ engine, name }) => id('job', engine.namespace, name));
  const all = [...part.datasets.map(datasetId), ...jobs, ...namesOf('feature-table', part.featureTables), ...published];
  await each(published, (thing) => vinci.say('assignOwner', { id: thing, owner, role: 'OWNER' }));
  await each(all, (thing) => vinci.say('assignDomain', { id: thing, domain }));
  for (const [tag, things] of Object.entries(part.tagged)) await each(things, (thing) => vinci.say('attachTag', { id: thing, tag }));
  for (const [term, things] of Object.entries(part.means)) await each(things, (thing) => vinci.say('attachTerm', { id: thing, term }));
  await each(part.owners, (owned) => vinci.say('assignOwner', owned));
  // Last: persons, teams and tags are there once somebody named them.
  await each(part.descriptions, (description) => vinci.say('describe', description));
}

interface Named {
  readonly name: string;
}

/** All but the former versions that are there already: published again, they would be the newest. */
async function toPublish<Input extends Named>(vinci: Vinci, kind: string, inputs: readonly Input[]): Promise<Input[]> {
  const wanted: Input[] = [];
  for (const input of inputs) {
    const versions = inputs.filter(({ name }) => name === input.name);
    const number = versions.indexOf(input) + 1;
    const isNewest = number === versions.length;
    if (isNewest || !(await vinci.isThere(id(`${kind}-version`, HALDEN, input.name, String(number))))) wanted.push(input);
  }
  return wanted;
}

const namesOf = (kind: string, inputs: readonly Named[]): string[] => [...new Set(inputs.map(({ name }) => id(kind, HALDEN, name)))];

/** Some at a time: what comes together is written together. */
const AT_ONCE = 16;

async function each<Item>(items: readonly Item[], tell: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(tell));
}
