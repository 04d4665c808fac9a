import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from '../catalog/entity/entity.type.js';
import type { PageInfo as PageInfoRow } from '../catalog/entity/page.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { PageInfo } from '../graphql/connection.js';
import { FACETS, type SearchFacet as Facet, type FacetName, type FacetValue as Value } from './facets.js';
import { type SearchMatch as Match, type Place, SEARCH_FIELDS, type SearchField as SearchFieldName } from './matched.js';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in Name]: N };

export const SearchField = enumOf<SearchFieldName>(SEARCH_FIELDS);
registerEnumType(SearchField, { name: 'SearchField', description: 'Where words were found.' });
export const SearchFacetName = enumOf<FacetName>(FACETS);
registerEnumType(SearchFacetName, { name: 'SearchFacetName' });

@ObjectType({ simpleResolvers: true, description: 'From start up to end, in UTF-16 units as JavaScript counts.' })
export class SearchPlace implements Place {
  @Field(() => Int) start!: number;
  @Field(() => Int) end!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A text in which words were found.' })
export class SearchMatch implements Match {
  @Field(() => SearchField) field!: SearchFieldName;
  @Field(() => ID, { nullable: true, description: 'Of the column or the tag.' }) id!: string | null;
  @Field(() => [String], { description: 'Of those that were looked for.' }) words!: readonly string[];
  @Field(() => String, { description: 'The text, or of a long one what is around the first place.' }) snippet!: string;
  @Field(() => [SearchPlace], { description: 'Where in the snippet.' }) places!: readonly Place[];
}

@ObjectType({ simpleResolvers: true })
export class SearchEdge {
  @Field(() => Entity) node!: EntityRow;
  @Field(() => String) cursor!: string;
}

@ObjectType({ simpleResolvers: true })
export class SearchFacetValue implements Value {
  @Field(() => String, { description: 'As the filter takes it: a kind, a namespace, an id.' }) value!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ simpleResolvers: true })
export class SearchFacet implements Facet {
  @Field(() => SearchFacetName) by!: FacetName;
  @Field(() => [SearchFacetValue], { description: 'Most frequent first, at most 50.' }) values!: readonly Value[];
  @Field(() => Boolean, { description: 'False: there are more values.' }) complete!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class SearchConnection {
  @Field(() => [SearchEdge]) edges!: readonly object[];
  @Field(() => [Entity]) nodes!: readonly EntityRow[];
  @Field(() => PageInfo) pageInfo!: PageInfoRow;
  @Field(() => Int, { description: 'How many were found, on all pages.' }) count!: number;
  @Field(() => Boolean, { description: 'False: there are more than the 1,000 that are ranked and counted.' }) complete!: boolean;
  @Field(() => [String], { description: 'The words that were looked for.' }) words!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'Something that is named as one begins to type.' })
export class Suggestion {
  @Field(() => Entity) entity!: EntityRow;
  @Field(() => [SearchPlace], { description: 'What of its name was typed.' }) places!: readonly Place[];
}
