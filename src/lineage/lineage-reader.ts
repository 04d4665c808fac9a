import { LRUCache } from 'lru-cache';
import { datasetOfVersion } from '../catalog/dataset/version.js';
import { findEntities, headPosition } from '../catalog/entity/entity.repository.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { FLOWING_KINDS } from '../catalog/flow.js';
import { splitColumnId, tableOf } from '../catalog/id.js';
import { findJobIds } from '../catalog/run/run.repository.js';
import { BadInput, VinciError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { walkAssets } from './asset-walk.js';
import { ClosureBuilder } from './closure.js';
import { BESIDE_COLUMNS, ColumnWalk, isBesideColumns } from './column-walk.js';
import { contract } from './contraction.js';
import { BOUNDS, type Bounds, type LineageQuestion, type Way, waysOf } from './lineage.js';
import { LineageSteps } from './lineage.repository.js';
import { answerOf, type LineageAnswer, sizeOf } from './lineage-answer.js';
import type { SubgraphAt } from './lineage-changes.js';
import { decodeLineageCursor, hashOfQuestion } from './lineage-cursor.js';
import { type SubgraphQuestion, subgraphAt } from './subgraph.js';

/** An answer, and the position of the log that it includes at least. */
export interface LineageFound {
  readonly root: EntityRow;
  readonly answer: LineageAnswer;
  readonly position: number;
  /** Where the page that was asked for begins. */
  readonly place: number;
}

/** Bytes, roughly: room for the largest answer there can be, or many of the usual size. */
const REMEMBERED = 96_000_000;

/**
 * Answers lineage questions from Neo4j. The whole answer is worked out for the first page and remembered under the log's
 * position; a cursor names that position, and later pages come from the same answer for as long as it is remembered or
 * nothing was written since.
 */
export class LineageReader {
  readonly #remembered = new LRUCache<string, LineageFound>({
    maxSize: REMEMBERED,
    sizeCalculation: ({ answer }) => sizeOf(answer),
  });

  constructor(
    private readonly database: Database,
    private readonly bounds: Bounds = BOUNDS,
  ) {}

  /** Throws NOT_FOUND, BAD_INPUT, and CURSOR_EXPIRED when the answer that `after` belongs to is gone. */
  async read(question: LineageQuestion, after: string | null): Promise<LineageFound> {
    const cursor = after === null ? null : decodeLineageCursor(after, question);
    const place = cursor?.place ?? 0;
    if (cursor) {
      const known = this.#recall(question, cursor.position);
      if (known) return { ...known, place };
    }
    // The position before the walk: what is committed during it may be in the answer, what was before it is.
    const [position, root] = await Promise.all([headPosition(this.database), this.#root(question)]);
    if (cursor && cursor.position !== position)
      throw new VinciError(
        'CURSOR_EXPIRED',
        'The lineage that this cursor belongs to has changed or was forgotten: ask again from the first page.',
      );
    const known = this.#recall(question, position);
    if (known) return { ...known, place };
    const found = { root, answer: await this.#walk(question, root), position, place: 0 };
    this.#remembered.set(nameOf(question, position), found);
    return { ...found, place };
  }

  /** For who follows the lineage of something, at level ASSET. Throws NOT_FOUND and BAD_INPUT; see `subgraphAt` for what that throws. */
  async subgraph(id: string, question: SubgraphQuestion): Promise<SubgraphAt> {
    const root = await this.#root({ id, level: 'ASSET' });
    return (position) => subgraphAt(this.database, root, question, position);
  }

  #recall(question: LineageQuestion, position: number): LineageFound | undefined {
    const exact = this.#remembered.get(nameOf(question, position));
    // An answer with evidence serves those who want none.
    return exact ?? (question.evidence ? undefined : this.#remembered.get(nameOf({ ...question, evidence: true }, position)));
  }

  async #root({ id, level }: Pick<LineageQuestion, 'id' | 'level'>): Promise<EntityRow> {
    const [asked] = await findEntities(this.database, [id]);
    if (!asked) throw new VinciError('NOT_FOUND', `There is nothing with the id "${id.slice(0, 200)}".`);
    const start = level === 'COLUMN' ? asked : await this.#asset(asked);
    if (level === 'COLUMN' ? COLUMN_ROOTS.has(start.kind) : FLOWING_KINDS.has(start.kind)) return start;
    const right =
      level === 'COLUMN'
        ? 'a column, dataset, feature, feature table, model, trained model, set of predictions or deployment'
        : 'a dataset, job, feature table, segment, pipeline, workflow, model, trained model, set of predictions or deployment, or a version, column, feature or run of one';
    throw new BadInput(`Lineage at level ${level} begins at ${right}; "${id.slice(0, 200)}" is a ${start.kind}.`, ['id']);
  }

  /** The dataset of a column or a version, the table of a feature, the job of a run; others as they are. */
  async #asset(asked: EntityRow): Promise<EntityRow> {
    const id = await this.#assetId(asked);
    if (id === asked.id) return asked;
    const [found] = await findEntities(this.database, [id]);
    if (!found) throw new Error(`"${asked.id}" belongs to "${id}", which is not there`);
    return found;
  }

  async #assetId({ id, kind, key }: EntityRow): Promise<string> {
    if (kind === 'COLUMN') return splitColumnId(id).dataset;
    if (kind === 'DATASET_VERSION') return datasetOfVersion(id);
    if (kind === 'FEATURE') return tableOf(id);
    if (kind === 'RUN') return (await findJobIds(this.database, [key]))[0] ?? id;
    return id;
  }

  async #walk(question: LineageQuestion, root: EntityRow): Promise<LineageAnswer> {
    const { direction, kinds, evidence } = question;
    const steps = new LineageSteps(this.database, evidence);
    const closure = new ClosureBuilder(this.bounds);
    for (const way of waysOf(direction)) await this.#walkOneWay(question, root, way, steps, closure);
    const whole = closure.build();
    if (direction !== 'BOTH') for (const node of whole.nodes) node.distance = Math.abs(node.distance);
    return answerOf(kinds ? contract(whole, kinds, this.bounds) : whole);
  }

  async #walkOneWay(
    { level, depth, includeIndirect }: LineageQuestion,
    root: EntityRow,
    way: Way,
    steps: LineageSteps,
    closure: ClosureBuilder,
  ) {
    if (level === 'ASSET') return walkAssets(steps, closure, root, way, depth);
    const walk = new ColumnWalk(steps, closure, way, includeIndirect);
    if (isBesideColumns(root.kind)) return walk.fromOthers([root], depth);
    if (root.kind === 'FEATURE_TABLE') return walk.fromOthers(await steps.featuresOf(root.id), depth);
    const keys = root.kind === 'DATASET' ? await steps.columnsOf([root.key]) : [root.key];
    return walk.from(keys, depth);
  }
}

const COLUMN_ROOTS: ReadonlySet<EntityRow['kind']> = new Set(['COLUMN', 'DATASET', 'FEATURE_TABLE', ...BESIDE_COLUMNS]);

function nameOf(question: LineageQuestion, position: number): string {
  return `${hashOfQuestion(question)} ${question.evidence} ${position}`;
}
