import { ask } from '../support/ask.js';
import { DatasetAccessDocument } from '../support/generated/operations.js';
import type { TestApp } from '../support/test-app.js';

export interface Stored {
  readonly namespace: string;
  readonly name: string;
  readonly fileFormat: string | null;
}

export interface RunnableSnippet {
  readonly id: string;
  readonly language: 'PYTHON' | 'SCALA' | 'SQL';
  readonly tool: string;
  readonly code: string;
}

export interface Answer {
  readonly id: string;
  readonly rows?: readonly string[];
  readonly error?: string;
}

/** Makes the datasets known as a producer does, and asks how they are read. */
export async function snippetsOf(app: TestApp, datasets: readonly Stored[]): Promise<RunnableSnippet[]> {
  const snippets: RunnableSnippet[] = [];
  for (const dataset of datasets) {
    await report(app, dataset);
    const access = await accessOf(app, dataset);
    for (const { language, tool, code } of access.snippets)
      snippets.push({ id: `${language} ${tool} ${dataset.name}`, language, tool, code });
  }
  return snippets;
}

interface Access {
  readonly snippets: readonly Omit<RunnableSnippet, 'id'>[];
  readonly reason: string | null;
}

async function accessOf(app: TestApp, { namespace, name }: Stored): Promise<Access> {
  const { data, errors } = await ask(app.url, app.token, DatasetAccessDocument.toString(), { namespace, name });
  const access = (data?.dataset as { access: Access } | null | undefined)?.access;
  if (!access || access.snippets.length < 3)
    throw new Error(`${name}: ${errors[0]?.message ?? access?.reason ?? 'not all three languages'}`);
  return access;
}

async function report(app: TestApp, { namespace, name, fileFormat }: Stored): Promise<void> {
  const about = { _producer: 'https://example.org/snippets', _schemaURL: 'https://example.org/schema.json' };
  const facets = fileFormat ? { storage: { ...about, storageLayer: 'file', fileFormat } } : {};
  const event = {
    eventTime: new Date().toISOString(),
    producer: about._producer,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
    dataset: { namespace, name, facets },
  };
  const response = await fetch(`${app.url}/api/v1/lineage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${app.token}` },
    body: JSON.stringify(event),
  });
  if (!response.ok) throw new Error(`Vinci did not take ${name}: ${response.status} ${await response.text()}`);
}

/** Says of a source what its name does not tell. */
export async function register(app: TestApp, input: object): Promise<void> {
  const mutation = 'mutation ($input: RegisterDataSourceInput!) { registerDataSource(input: $input) { receipts { outcome } } }';
  const { errors } = await ask(app.url, app.token, mutation, { input });
  if (errors.length > 0) throw new Error(errors[0]!.message);
}
