import { Field, ObjectType } from 'type-graphql';
import type { Page } from '../catalog/entity/page.js';

/** Relay's. */
@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

type TypeClass = abstract new () => object;

/** The connection type of a kind: `NameConnection` with edges, nodes and pageInfo. `type` may be an interface. */
export function connectionOf(name: string, type: () => TypeClass): new () => Page<object> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(type) node!: object;
    @Field(() => String) cursor!: string;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class Connection {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => [type()]) nodes!: object[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return Connection;
}
