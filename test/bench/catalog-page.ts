import { AssignOwnerDocument, AttachTagDocument, DatasetsDocument, type DatasetsQuery } from '../support/generated/operations.js';
import type { HttpClient } from '../support/http-client.js';
import { quantile } from './drive.js';

const ROUNDS = 20;

/** A page of the catalog as the portal shows it: 100 datasets with all they have. Milliseconds, median; `faults` a sentence each. */
export async function measureCatalogPage(client: HttpClient): Promise<{ p50: number; faults: string[] }> {
  const { datasets } = await client.query(DatasetsDocument, { first: 100 });
  for (const { id } of datasets.nodes) {
    await client.query(AssignOwnerDocument, { input: { id, owner: 'person:default/ada', role: 'OWNER' } });
    await client.query(AttachTagDocument, { input: { id, tag: 'tag:default/gold' } });
  }
  const times: number[] = [];
  let page: DatasetsQuery | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    page = await client.query(DatasetsDocument, { first: 100 });
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
