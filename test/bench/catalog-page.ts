import type { HttpClient } from '../support/http-client.js';
import { quantile } from './drive.js';

/** A page of the catalog as the portal shows it: 100 datasets with their columns, owners and tags. */
const PAGE = `query {
  datasets(first: 100) {
    nodes {
      id
      name
      columns(first: 20) { nodes { name type } }
      owners { role owner { id } }
      tags { tag { id } }
    }
  }
}`;
const OWN = 'mutation ($input: AssignOwnerInput!) { assignOwner(input: $input) { position } }';
const TAG = 'mutation ($input: AttachTagInput!) { attachTag(input: $input) { position } }';
const ROUNDS = 20;

interface Page {
  readonly datasets: {
    nodes: readonly { id: string; columns: { nodes: readonly object[] }; owners: readonly object[]; tags: readonly object[] }[];
  };
}

/** Milliseconds, median; `faults` a sentence each. */
export async function measureCatalogPage(client: HttpClient): Promise<{ p50: number; faults: string[] }> {
  const { datasets } = await client.query<Page>(PAGE);
  for (const { id } of datasets.nodes) {
    await client.query(OWN, { input: { id, owner: 'person:default/ada', role: 'OWNER' } });
    await client.query(TAG, { input: { id, tag: 'tag:default/gold' } });
  }
  const times: number[] = [];
  let page: Page | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    page = await client.query<Page>(PAGE);
    times.push(performance.now() - began);
  }
  const whole = page!.datasets.nodes.filter(
    (node) => node.columns.nodes.length === 20 && node.owners.length === 1 && node.tags.length === 1,
  );
  const faults =
    whole.length === datasets.nodes.length ? [] : [`${whole.length} of ${datasets.nodes.length} datasets came with all they have.`];
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), faults };
}
