import 'reflect-metadata';
import { type GraphQLSchema, isInterfaceType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { Restricted, typeNameOf } from '../catalog/entity/entity.type.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { RESOLVERS } from './resolvers.js';
import { letSeeOnly } from './seen.js';

/** What resolvers are made of, for those that need more than the request's context gives them: class to instance. */
export type Instances = ReadonlyMap<unknown, object>;

const unused = (): never => {
  throw new Error('Subscriptions read the feed (src/events).');
};
/** type-graphql insists on one, also where every subscription says what it reads. */
const NONE = { publish: unused, subscribe: unused };

/** The schema that is served. Resolvers that are not among `instances` are made without arguments. */
export function buildVinciSchema(instances: Instances = new Map()): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...RESOLVERS],
    orphanedTypes: [Restricted],
    validate: false,
    pubSub: NONE,
    container: { get: (resolver: new () => object) => instances.get(resolver) ?? instanceOf(resolver) },
  });
  resolveTypesAtOnce(schema);
  letSeeOnly(schema);
  return schema;
}

/** type-graphql wraps every resolveType in a promise, which costs a page of 1,000 nodes more than all else. */
function resolveTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) if (isInterfaceType(type)) type.resolveType = (row: EntityRow) => typeNameOf(row);
}

const made = new Map<new () => object, object>();

function instanceOf(resolver: new () => object): object {
  const instance = made.get(resolver) ?? new resolver();
  made.set(resolver, instance);
  return instance;
}

/** The schema's text, sorted, as schema/schema.graphql holds it. */
export function printVinciSchema(): string {
  return printSchema(lexicographicSortSchema(buildVinciSchema()));
}
