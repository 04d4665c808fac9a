import type { Database } from '../../neo4j/database.js';
import { canonicalText, hashOf } from '../../write/content.js';
import type { Claim, Fact, Json, Statement, Submit } from '../../write/fact.js';
import { versionIdOf } from '../entity/version.js';
import { findNewestVersions } from '../entity/version.repository.js';
import { entityId } from '../id.js';
import { timeOf } from '../time.js';
import { normalDefinition } from './normal-definition.js';
import { STOCK_NAMESPACE, type StockStage, stockStages } from './stock-stages.js';

const PRODUCER = 'record:spark.ml';
/** Facts are about a version of the catalog, not about when a server happened to start: the same ones in every server. */
const FIRST_DAY = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

/**
 * Sees to it that the stock stages of Spark ML are segments of the namespace `spark.ml`: what is there and says the same is left
 * alone (one read, nothing written), what is new or different becomes the next version. Returns how many were written.
 */
export async function registerStockStages(database: Database, submit: Submit, stages = stockStages()): Promise<number> {
  const things = stages.map(({ name }) => entityId('SEGMENT', STOCK_NAMESPACE, name));
  const newest = await findNewestVersions(database, things, false);
  const facts = stages.flatMap((stage, at) => {
    const definition = normalDefinition(stage.definition) as unknown as Json;
    const contentHash = hashOf(canonicalText(definition));
    if (newest[at]?.contentHash === contentHash) return [];
    return [factOf(stage, things[at]!, (newest[at]?.number ?? 0) + 1, definition, contentHash)];
  });
  await Promise.all(facts.map((fact) => submit(fact)));
  return facts.length;
}

function factOf({ link, definition: { code } }: StockStage, thing: string, number: number, definition: Json, contentHash: string): Fact {
  const version = versionIdOf(thing, number);
  const label: { readonly [name: string]: Json } = code?.commit === undefined ? {} : { label: `Spark ${code.commit.replace(/^v/, '')}` };
  const claims: Claim[] = [
    { id: thing, attributes: { documentation: { description: `A stock stage of Spark ML: ${link}` } } },
    { id: version, attributes: { contentHash, definition, draft: false, ...label } },
  ];
  const statement: Statement = { subject: version, method: 'DEFINED', inputs: [{ dataset: thing }], outputs: [], columns: [] };
  return {
    producer: PRODUCER,
    at: timeOf(FIRST_DAY + number * DAY),
    claims,
    statement,
    raw: { claims, statement } as unknown as Json,
  };
}
