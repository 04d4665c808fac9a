import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { VinciError } from '../errors.js';
import { checkExtent, inWords } from './extent.js';
import type { Limits } from './limits.js';

/** A document that is not run: what is wrong with it, each with its place. */
export class DocumentRefused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
    this.name = 'DocumentRefused';
  }
}

/** GraphQL documents: parsed, measured and validated once, then kept for the next request with the same text. */
export interface Documents {
  /** Throws VinciError TOO_COMPLEX beyond the limits and DocumentRefused for one that cannot be parsed or is not valid. */
  read(text: string): DocumentNode;
  /** One that was read before, by the SHA-256 of its text in hex, if it is still kept. */
  kept(hash: string): DocumentNode | undefined;
}

const MOST_KEPT = 1_000;
// A parsed document takes about twenty times its text.
const MOST_TEXT_KEPT = 1_000_000;
const MOST_ERRORS = 20;

/** `introspection`: whether documents may ask for the schema. */
export function createDocuments(schema: GraphQLSchema, limits: Limits, introspection = true): Documents {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const kept = new LRUCache<string, DocumentNode>({ max: MOST_KEPT, maxSize: MOST_TEXT_KEPT });
  return {
    kept: (hash) => kept.get(hash),
    read(text) {
      if (text.length > limits.characters)
        throw new VinciError(
          'TOO_COMPLEX',
          `This document has ${inWords(text.length)} characters; at most ${inWords(limits.characters)} are read: hand long values over as variables.`,
        );
      const hash = createHash('sha256').update(text).digest('hex');
      const before = kept.get(hash);
      if (before) return before;
      const document = readWithin(text, limits);
      const errors = validate(schema, document, rules, { maxErrors: MOST_ERRORS });
      if (errors.length > 0) throw new DocumentRefused(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
      kept.set(hash, document, { size: text.length });
      return document;
    },
  };
}

function readWithin(text: string, limits: Limits): DocumentNode {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    checkExtent(document, limits);
    return document;
  } catch (error) {
    // Both go as deep as the document does.
    if (error instanceof RangeError) throw new VinciError('TOO_COMPLEX', 'This document is nested too deeply to be read.');
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has no other mark for this one than its text.
    if (/more tha[nt] \d+ tokens/.test(error.message))
      throw new VinciError(
        'TOO_COMPLEX',
        `This document has more than ${inWords(limits.tokens)} words and signs, which is the most that is read.`,
      );
    throw new DocumentRefused([withCode(error, 'GRAPHQL_PARSE_FAILED')]);
  }
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
