import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Sight } from '../access/sight.js';
import { MAX_PAGE, type Page, SHORT_PAGE } from '../catalog/entity/page.js';
import { DEFAULT_NAMESPACE, entityId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { VinciError } from '../errors.js';
import type { Context } from './context.js';
import { hideIds, refuseHiddenNames } from './hidden-ids.js';
import { listedKind, NOTHING_LEFT, skippingIn } from './skipping.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;
type Row = Readonly<Record<string, unknown>>;

/** Pages of one list that are read to fill one page of what somebody may see. */
const MOST_PAGES = 200;

/**
 * Lets viewers who may not see everything see nothing else, whatever resolvers answer: a hidden entity is null, or Restricted where there
 * has to be a node; of lists it is left out, and pages are filled up with what comes after it. Ids of hidden things that are sent are
 * taken for ids of nothing. Costs those who see everything a look at the context.
 */
export function letSeeOnly(schema: GraphQLSchema): void {
  const isEntity = entityTypesOf(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || isPart(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const look = lookFor(type, field, isEntity);
      if (look) field.resolve = seen(field.resolve ?? defaultFieldResolver, look);
      if (type === schema.getQueryType() || type === schema.getMutationType())
        field.resolve = withoutHiddenIds(field.resolve ?? defaultFieldResolver, type === schema.getMutationType());
      if (field.subscribe) field.subscribe = withoutHiddenIds(field.subscribe);
    }
  }
}

function withoutHiddenIds(resolve: Resolve, isWriting = false): Resolve {
  const ask = async (sight: Sight, ...[source, args, context, info]: Parameters<Resolve>): Promise<unknown> => {
    if (isWriting) await refuseHiddenNames(args, sight);
    return resolve(source, await hideIds(args, sight), context, info);
  };
  return (...asked) => {
    const [, , { sight }] = asked;
    return sight ? ask(sight, ...asked) : resolve(...asked);
  };
}

/** Asks a resolver, and makes of its answer what is seen. */
type Look = (ask: (args: Row) => unknown, args: Row, sight: Sight, source: unknown) => Promise<unknown>;

function seen(resolve: Resolve, look: Look): Resolve {
  return (source, args, context, info) => {
    const { sight } = context;
    if (!sight) return resolve(source, args, context, info);
    return look((asked) => resolve(source, asked, context, info), args, sight, source);
  };
}

/** Undefined where nothing hidden can come of it. */
function lookFor(
  { name: of }: GraphQLObjectType,
  { args, name, type }: GraphQLField<unknown, Context>,
  isEntity: (type: GraphQLNamedType) => boolean,
): Look | undefined {
  const named = getNamedType(type);
  if (SPEAKERS.has(name) && named.name === 'String') return visibleSpeakers;
  const about = TOLD_WITH[`${of}.${name}`];
  if (about) return toldWith(about);
  if (isConnection(named))
    return args.some(({ name }) => name === 'after') ? visiblePage(of === 'Query' ? listedKind(named.name) : undefined) : undefined;
  const idOf = DECIDED_BY[named.name] ?? (isEntity(named) ? entityIdOf : undefined);
  if (!idOf) return undefined;
  const inner = getNullableType(type);
  if (isListType(inner)) return visibleList(idOf, isNonNullType(inner.ofType));
  return visibleOne(idOf, type, named);
}

/** The id of what decides on a row, or several. */
type IdsOf = (row: Row) => unknown;

const environmentIn = ({ environment }: Row): unknown => entityId('ENVIRONMENT', String(environment));
const entityIdOf = (row: Row): unknown => (typeof row.kind === 'string' ? row.id : undefined);
const idIn =
  (name: string) =>
  (row: Row): unknown => {
    const value = row[name];
    return typeof value === 'object' && value !== null ? (value as Row).id : value;
  };

/** What is no entity and stands for one: it is seen where that one is. By the name of its type. */
const DECIDED_BY: Readonly<Record<string, IdsOf>> = {
  Change: idIn('entityId'),
  ColumnDerivation: idIn('column'),
  DeploymentApproval: idIn('place'),
  FeatureTableBindings: environmentIn,
  Materialisation: (row) => [row.datasetId, environmentIn(row)],
  Metric: idIn('evaluation'),
  ModelAlias: idIn('trainedModel'),
  Ownership: idIn('owner'),
  PipelineStep: idIn('segment'),
  RunStatus: idIn('runId'),
  Serving: idIn('what'),
  Suggestion: idIn('entity'),
  TagAttachment: idIn('tag'),
  TermAttachment: idIn('term'),
};

/** Fields that tell of something else than what has them: null where that is hidden. */
const TOLD_WITH: Readonly<Record<string, IdsOf>> = {
  'WorkflowNode.columns': idIn('dataset'),
};

function toldWith(idsOf: IdsOf): Look {
  return async (ask, args, sight, source) => ((await isHidden(source, idsOf, sight)) ? null : ask(args));
}

/** Fields that tell who said or did something, by the name of a producer or a person. */
const SPEAKERS: ReadonlySet<string> = new Set(['by', 'approvedBy']);

const visibleSpeakers: Look = async (ask, args, sight) => {
  const said = await ask(args);
  if (Array.isArray(said)) return Promise.all(said.map((each) => visibleSpeaker(each, sight)));
  return visibleSpeaker(said, sight);
};

async function visibleSpeaker(name: unknown, sight: Sight): Promise<unknown> {
  if (typeof name !== 'string' || name === '') return name;
  const person = entityId('PERSON', DEFAULT_NAMESPACE, name.startsWith('person:') ? name.slice('person:'.length) || name : name);
  const [hidden] = await sight.hiddenAmong([person, entityId('CONNECTOR', DEFAULT_NAMESPACE, name)]);
  return hidden === undefined ? name : sight.aliasOf(hidden);
}

function visibleList(idOf: IdsOf, dropped: boolean): Look {
  return async (ask, args, sight) => {
    const value = await ask(args);
    if (!Array.isArray(value)) return value;
    const rows = await Promise.all(value);
    const hidden = await Promise.all(rows.map((row) => isHidden(row, idOf, sight)));
    return dropped ? rows.filter((_, at) => !hidden[at]) : rows.map((row, at) => (hidden[at] ? null : row));
  };
}

function visibleOne(idOf: IdsOf, type: GraphQLType, named: GraphQLNamedType): Look {
  return async (ask, args, sight) => {
    const value = await ask(args);
    if (!(await isHidden(value, idOf, sight))) return value;
    if (!isNonNullType(type)) return null;
    if (named.name === 'Node') return { kind: 'Restricted', id: sight.aliasOf(String(idOf(value as Row))) };
    throw new VinciError('FORBIDDEN', 'This leads to something that you may not see.');
  };
}

async function isHidden(row: unknown, idOf: IdsOf, sight: Sight): Promise<boolean> {
  const ids = typeof row === 'object' && row !== null ? [idOf(row as Row)].flat() : [];
  return (await sight.hiddenAmong(ids.filter((id) => typeof id === 'string'))).size > 0;
}

/**
 * Reads on until the page is full, and it is known whether there is more; `kind`: of what it lists all, see skippingIn. Throws TOO_COMPLEX
 * where that does not come to an end.
 */
const visiblePage =
  (kind?: Kind): Look =>
  async (ask, args, sight) => {
    const first = typeof args.first === 'number' ? args.first : SHORT_PAGE;
    const skip = await skippingIn(kind, sight);
    // One more tells whether there is more.
    const asked = { ...args, first: first > 0 && first < MAX_PAGE ? first + 1 : first, after: skip(args.after) };
    const whole = (await ask(asked)) as Page<Row> | null;
    if (!whole) return whole;
    const edges: Page<Row>['edges'][number][] = [];
    for (let page = whole, pages = 1; ; pages++) {
      const hidden = await Promise.all(page.edges.map(({ node }) => isHidden(node, idOfNode, sight)));
      edges.push(...page.edges.filter((_, at) => !hidden[at]));
      const { endCursor, hasNextPage } = page.pageInfo;
      if (edges.length > first || !hasNextPage || endCursor === null) break;
      const after = skip(endCursor);
      if (after === NOTHING_LEFT) break;
      if (pages === MOST_PAGES)
        throw new VinciError(
          'TOO_COMPLEX',
          'Too little of this list is for you to see to look all of it through: narrow it by a filter, or search.',
        );
      page = (await ask({ ...args, first: MAX_PAGE, after })) as Page<Row>;
    }
    const shown = edges.slice(0, first);
    return {
      ...whole,
      edges: shown,
      nodes: shown.map(({ node }) => node),
      pageInfo: {
        hasNextPage: edges.length > first,
        hasPreviousPage: whole.pageInfo.hasPreviousPage && typeof args.after === 'string',
        startCursor: shown[0]?.cursor ?? null,
        endCursor: shown.at(-1)?.cursor ?? null,
      },
    };
  };

/** Nodes of connections are entities, or stand for one under a name of their own. */
function idOfNode(node: Row): unknown {
  return entityIdOf(node) ?? node.entityId ?? idIn('column')(node) ?? idIn('evaluation')(node);
}

/** Whether what has this type may be an entity. */
function entityTypesOf(schema: GraphQLSchema): (type: GraphQLNamedType) => boolean {
  const entity = schema.getType('Entity');
  const node = schema.getType('Node');
  const implementing = (type: GraphQLObjectType): boolean => type.getInterfaces().some((each) => each === entity);
  return (type) => {
    if (type === entity || type === node) return true;
    if (isObjectType(type)) return implementing(type);
    if (isInterfaceType(type) || isUnionType(type)) return schema.getPossibleTypes(type).some(implementing);
    return false;
  };
}

const isConnection = ({ name }: GraphQLNamedType): boolean => name.endsWith('Connection');
/** Edges and nodes of a page were looked at with the page. */
const isPart = (type: GraphQLObjectType): boolean => isConnection(type) || type.name.endsWith('Edge');
