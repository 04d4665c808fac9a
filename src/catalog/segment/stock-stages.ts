import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SegmentDefinition } from './definition.js';

/** A stage that Spark ML brings along. `link`: its page in Spark's documentation. */
export interface StockStage {
  readonly name: string;
  readonly link: string;
  readonly definition: SegmentDefinition;
}

export const STOCK_NAMESPACE = 'spark.ml';

/** As `npm run sparkml` wrote them down, by name. */
export function stockStages(): readonly StockStage[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'spark-ml.json'), 'utf8')) as StockStage[];
}
