import { findEntities } from '../catalog/entity/entity.repository.js';
import type { PageInfo } from '../catalog/entity/page.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { areToldById, rowOfId } from '../catalog/entity/told-by-id.js';
import type { Database } from '../neo4j/database.js';
import type { ClosureEdge, ClosureNode } from './closure.js';
import { type EvidenceRow, evidenceOf } from './evidence.js';
import { findAssertions } from './evidence.repository.js';
import type { LineageEdgeKind, LineageQuestion, TruncationReason } from './lineage.js';
import { edgesBetween, type LineageAnswer } from './lineage-answer.js';
import { encodeLineageCursor, hashOfQuestion } from './lineage-cursor.js';
import type { LineageFound } from './lineage-reader.js';

/** What of a page's nodes and edges is asked for: the rest is not read. */
export interface Wanted {
  /** Fields of the entities. */
  readonly entity: ReadonlySet<string>;
  readonly edges: boolean;
}

export interface LineagePage {
  readonly root: EntityRow;
  readonly nodes: readonly { readonly entity: object; readonly distance: number }[];
  readonly edges: readonly PageEdge[];
  readonly counts: LineageAnswer['counts'];
  readonly maxDistance: number;
  readonly pageInfo: PageInfo;
  readonly position: number;
  readonly complete: boolean;
  readonly truncatedBecause: TruncationReason | null;
  readonly frontier: readonly string[];
}

export interface PageEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: LineageEdgeKind;
  readonly via: readonly string[];
  readonly evidence: readonly EvidenceRow[];
}

/** A page of an answer: at most two queries, however many nodes and edges it holds. */
export async function readLineagePage(
  database: Database,
  { root, answer, position, place }: LineageFound,
  question: LineageQuestion,
  first: number,
  wanted: Wanted,
): Promise<LineagePage> {
  const end = Math.min(place + first, answer.nodes.length);
  const nodes = answer.nodes.slice(place, end);
  const edges = wanted.edges ? edgesBetween(answer, Math.min(place, end), end) : [];
  const [entities, evidence] = await Promise.all([
    readEntities(database, nodes, wanted.entity),
    question.evidence ? readEvidence(database, edges) : () => [],
  ]);
  const cursor = (at: number): string => encodeLineageCursor({ position, question: hashOfQuestion(question), place: at });
  return {
    root,
    nodes: nodes.map(({ distance }, at) => ({ entity: entities[at]!, distance })),
    edges: edges.map((edge) => ({
      from: answer.nodes[edge.from]!.id,
      to: answer.nodes[edge.to]!.id,
      kind: edge.kind,
      via: edge.via,
      evidence: evidence(edge),
    })),
    counts: answer.counts,
    maxDistance: answer.maxDistance,
    pageInfo: {
      hasNextPage: end < answer.nodes.length,
      hasPreviousPage: place > 0,
      startCursor: nodes.length > 0 ? cursor(place) : null,
      endCursor: nodes.length > 0 ? cursor(end) : null,
    },
    position,
    complete: answer.truncatedBecause === null,
    truncatedBecause: answer.truncatedBecause,
    frontier: answer.frontier,
  };
}

async function readEntities(database: Database, nodes: readonly ClosureNode[], fields: ReadonlySet<string>): Promise<object[]> {
  if (nodes.every(({ kind }) => areToldById(fields, kind))) return nodes.map(({ id, kind }) => rowOfId(id, kind));
  const rows = await findEntities(
    database,
    nodes.map(({ id }) => id),
  );
  return rows.map((row, at) => row ?? rowOfId(nodes[at]!.id, nodes[at]!.kind));
}

async function readEvidence(database: Database, edges: readonly ClosureEdge[]): Promise<(edge: ClosureEdge) => EvidenceRow[]> {
  const numbers = [...new Set(edges.flatMap(({ backings }) => backings.flatMap(({ by }) => by)))];
  const assertions = await findAssertions(database, numbers);
  const byNumber = new Map(numbers.map((number, at) => [number, assertions[at]]));
  return ({ backings }) => evidenceOf(backings, (number) => byNumber.get(number));
}
