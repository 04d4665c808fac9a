import type { HttpClient } from './http-client.js';

/** Runs a mutation of this name; throws unless it was accepted. */
export async function mutate(client: HttpClient, name: string, input: object): Promise<void> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await client.query<Record<string, { receipts: { outcome: string }[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { receipts { outcome problems { message } } } }`,
    { input },
  );
  if (answer[name]!.receipts[0]?.outcome === 'REFUSED') throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
}
