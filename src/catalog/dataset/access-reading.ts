import type { Address } from './access-address.js';

export const SNIPPET_LANGUAGES = ['PYTHON', 'SCALA', 'SQL'] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

export interface AccessSnippet {
  readonly language: SnippetLanguage;
  /** What runs it: pandas, pyspark, spark, duckdb, psql, ... */
  readonly tool: string;
  readonly code: string;
}

/** How a dataset is read; where little is known, `reason` says why there is no more. */
export interface AccessInstructions {
  readonly uri: string | null;
  /** For people. */
  readonly instructions: string | null;
  readonly snippets: readonly AccessSnippet[];
  readonly reason: string | null;
}

/** Where a dataset is: in which system, under which name there. */
export interface Place {
  readonly address: Address;
  readonly name: string;
  /** As a storage facet says: parquet, csv; delta, s3. */
  readonly fileFormat: string | null;
  readonly storageLayer: string | null;
}

/** What a system's rules make of a place. */
export interface Reading {
  readonly uri: string;
  /** For people, beside what they said themselves. */
  readonly hint: string | null;
  readonly snippets: readonly AccessSnippet[];
  readonly reason: string | null;
}
