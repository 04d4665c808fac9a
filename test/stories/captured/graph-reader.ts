import type { HttpClient } from '../../support/http-client.js';

/** Reads the whole graph back by GraphQL, page by page, and writes it the way the expected lists are written. */

interface Named {
  readonly namespace: string;
  readonly name: string;
}
interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const nameOf = ({ namespace, name }: Named): string => `${namespace} ${name}`;
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

export interface ReadColumn {
  readonly name: string;
  readonly type: string | null;
  readonly ordinal: number | null;
}

export interface ReadDataset {
  readonly id: string;
  readonly dataset: string;
  readonly aliases: readonly string[];
  readonly described: boolean;
  readonly description: string | null;
  readonly owners: readonly string[];
  readonly versions: readonly string[];
  readonly facets: readonly string[];
  readonly columns: readonly ReadColumn[];
  readonly producedBy: readonly string[];
  readonly consumedBy: readonly string[];
  /** Column that is read, column of this dataset, subtypes. */
  readonly derives: readonly (readonly [string, string, string])[];
}

export interface ReadJob {
  readonly id: string;
  readonly job: string;
  readonly owners: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export interface ReadRun {
  readonly run: string;
  readonly job: string;
  readonly state: string;
  readonly parent: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly nominalTime: string | null;
  readonly error: string | null;
}

async function all<Node>(client: HttpClient, query: string, field: string): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const data: Record<string, Connection<Node>> = await client.query(query, { after });
    const page = data[field]!;
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

const OWNERS = 'owners { role owner { __typename ... on Entity { namespace name } } }';
interface WithOwners {
  readonly owners: readonly { readonly role: string; readonly owner: Named & { readonly __typename: string } }[];
}
const ownersOf = ({ owners }: WithOwners): string[] =>
  owners.map(({ role, owner }) => `${owner.__typename.toUpperCase()} ${nameOf(owner)} ${role}`).sort();

/** The catalog's page sizes are small on purpose: fewer than 7 datasets at a time here, for the sake of the columns' sources. */
const DATASETS = `query ($after: String) { datasets(first: 5, after: $after) { ${PAGE_INFO} nodes {
  id namespace name aliases described description facets ${OWNERS}
  versions(first: 20) { nodes { version } }
  producedBy(first: 50) { nodes { namespace name } }
  consumedBy(first: 50) { nodes { namespace name } }
  columns(first: 100) { nodes { name type ordinal
    derivedFrom(first: 20) { nodes { column { name dataset { namespace name } } transformations { type subtype } } } } }
} } }`;

interface DatasetNode extends Named, WithOwners {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly described: boolean;
  readonly description: string | null;
  readonly facets: object;
  readonly versions: { readonly nodes: readonly { readonly version: string }[] };
  readonly producedBy: { readonly nodes: readonly Named[] };
  readonly consumedBy: { readonly nodes: readonly Named[] };
  readonly columns: { readonly nodes: readonly ColumnNode[] };
}
interface ColumnNode extends ReadColumn {
  readonly derivedFrom: { readonly nodes: readonly DerivationNode[] };
}
interface DerivationNode {
  readonly column: { readonly name: string; readonly dataset: Named };
  readonly transformations: readonly { readonly type: string; readonly subtype: string | null }[];
}

export async function readDatasets(client: HttpClient): Promise<ReadDataset[]> {
  const nodes = await all<DatasetNode>(client, DATASETS, 'datasets');
  return nodes.map((node) => ({
    id: node.id,
    dataset: nameOf(node),
    aliases: node.aliases,
    described: node.described,
    description: node.description,
    owners: ownersOf(node),
    versions: node.versions.nodes.map(({ version }) => version),
    facets: Object.keys(node.facets).sort(),
    columns: node.columns.nodes.map(({ name, type, ordinal }) => ({ name, type, ordinal })),
    producedBy: node.producedBy.nodes.map(nameOf),
    consumedBy: node.consumedBy.nodes.map(nameOf),
    derives: node.columns.nodes.flatMap((column) =>
      column.derivedFrom.nodes.map((derivation) => derivationOf(derivation, `${nameOf(node)}#${column.name}`)),
    ),
  }));
}

function derivationOf({ column, transformations }: DerivationNode, to: string): [string, string, string] {
  const subtypes = new Set(transformations.map(({ subtype }) => subtype ?? ''));
  return [`${nameOf(column.dataset)}#${column.name}`, to, [...subtypes].sort().join(' ').trim()];
}

const JOBS = `query ($after: String) { jobs(first: 50, after: $after) { ${PAGE_INFO} nodes {
  id namespace name ${OWNERS}
  inputs(first: 50) { nodes { namespace name } }
  outputs(first: 50) { nodes { namespace name } }
} } }`;
interface JobNode extends Named, WithOwners {
  readonly id: string;
  readonly inputs: { readonly nodes: readonly Named[] };
  readonly outputs: { readonly nodes: readonly Named[] };
}

export async function readJobs(client: HttpClient): Promise<ReadJob[]> {
  const nodes = await all<JobNode>(client, JOBS, 'jobs');
  return nodes.map((node) => ({
    id: node.id,
    job: nameOf(node),
    owners: ownersOf(node),
    inputs: node.inputs.nodes.map(nameOf),
    outputs: node.outputs.nodes.map(nameOf),
  }));
}

const RUNS = `query ($after: String) { runs(first: 100, after: $after) { ${PAGE_INFO} nodes {
  externalId state startedAt endedAt nominalTime error { message } parent { externalId } job { namespace name }
} } }`;
interface RunNode {
  readonly externalId: string;
  readonly state: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly nominalTime: string | null;
  readonly error: { readonly message: string } | null;
  readonly parent: { readonly externalId: string } | null;
  readonly job: Named;
}

export async function readRuns(client: HttpClient): Promise<ReadRun[]> {
  const nodes = await all<RunNode>(client, RUNS, 'runs');
  return nodes.map(({ externalId, job, state, parent, error, ...times }) => ({
    run: externalId,
    job: nameOf(job),
    state,
    parent: parent?.externalId ?? null,
    startedAt: times.startedAt,
    endedAt: times.endedAt,
    nominalTime: times.nominalTime,
    error: error?.message ?? null,
  }));
}

const LINEAGE = `query ($id: ID!, $direction: LineageDirection!, $depth: Int, $level: LineageLevel, $indirect: Boolean) {
  lineage(id: $id, direction: $direction, depth: $depth, level: $level, includeIndirect: $indirect, first: 1000) {
    complete
    nodes { entity { __typename ... on Entity { id namespace name } ... on Column { dataset { namespace name } } } }
    edges { from to kind evidence { by validTo job { namespace name } } }
  }
}`;
export interface LineageAnswer {
  readonly lineage: {
    readonly complete: boolean;
    readonly nodes: readonly { readonly entity: Named & { readonly id: string; readonly __typename: string; readonly dataset?: Named } }[];
    readonly edges: readonly {
      readonly from: string;
      readonly to: string;
      readonly kind: string;
      readonly evidence: readonly { readonly by: string; readonly validTo: string | null; readonly job: Named | null }[];
    }[];
  };
}

export interface Walk {
  readonly complete: boolean;
  /** Names of all that was found, the start included. */
  readonly found: ReadonlySet<string>;
  /** From, to, kind, and the jobs that hold it. */
  readonly edges: readonly (readonly [from: string, to: string, kind: string, jobs: string])[];
}

export interface WalkOptions {
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH';
  readonly depth?: number;
  readonly level?: 'ASSET' | 'COLUMN';
  readonly indirect?: boolean;
}

export async function walk(client: HttpClient, id: string, options: WalkOptions): Promise<Walk> {
  const { lineage } = await client.query<LineageAnswer>(LINEAGE, { id, depth: null, level: 'ASSET', indirect: false, ...options });
  const names = new Map(
    lineage.nodes.map(({ entity }) => [entity.id, entity.dataset ? `${nameOf(entity.dataset)}#${entity.name}` : nameOf(entity)]),
  );
  const spelled = (of: string) => names.get(of) ?? of;
  return {
    complete: lineage.complete,
    found: new Set(names.values()),
    edges: lineage.edges.map(({ from, to, kind, evidence }) => {
      const jobs = new Set(evidence.map(({ job }) => (job ? nameOf(job) : '')));
      return [spelled(from), spelled(to), kind, [...jobs].sort().join(', ')];
    }),
  };
}
