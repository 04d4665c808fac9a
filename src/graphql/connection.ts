import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { MAX_PAGE, type Page, SHORT_PAGE } from '../catalog/entity/page.js';

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

/** `first` and `after` of a relation that is usually short. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: SHORT_PAGE, description: '1 to 100.' }) first?: number | null;
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' }) after?: string | null;
}

/** The same for what is usually wanted whole. */
@ArgsType()
export class WidePageArgs {
  @Field(() => Int, { nullable: true, defaultValue: MAX_PAGE, description: '1 to 100.' }) first?: number | null;
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' }) after?: string | null;
}
