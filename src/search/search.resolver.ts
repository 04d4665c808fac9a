import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { seenAmong } from '../access/seen.js';
import { checkFirst, pageRequest } from '../catalog/entity/page.js';
import type { EntityRow } from '../catalog/entity/row.js';
import type { Context } from '../graphql/context.js';
import { countFacets } from './detail.repository.js';
import type { SearchFacet as Facet } from './facets.js';
import { type Found, find, placesIn, suggest } from './find.js';
import { type SearchMatch as Match, matchesOf } from './matched.js';
import type { SearchQuery } from './query.js';
import { filterOf, SearchArgs } from './search.input.js';
import type { Hit } from './search.js';
import { SearchConnection, SearchEdge, SearchFacet, SearchMatch, Suggestion } from './search.type.js';

interface EdgeRow {
  readonly node: EntityRow;
  readonly cursor: string;
  readonly hit: Hit;
  readonly query: SearchQuery;
}

interface ConnectionRow extends SearchConnection {
  readonly edges: readonly EdgeRow[];
  readonly found: Found;
}

@Resolver(() => SearchConnection)
export class SearchResolver {
  @Query(() => SearchConnection, { description: 'Everything by its words: exact names first, then what has most of the words.' })
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: Context): Promise<ConnectionRow> {
    const found = await find(context, args.query ?? '', filterOf(args.filter), pageRequest(args.first, args.after));
    const edges = await edgesOf(found, context);
    const { whole, query, page } = found;
    const words = query.terms.flatMap((term) => term.words);
    const nodes = edges.map(({ node }) => node);
    return { edges, nodes, pageInfo: page.pageInfo, count: whole.hits.length, complete: whole.complete, words, found };
  }

  @FieldResolver(() => [SearchFacet], { description: 'Of all that was found, counted up to 1,000.' })
  async facets(@Root() { found }: ConnectionRow, @Ctx() { database, sight }: Context): Promise<Facet[]> {
    const facets = await countFacets(
      database,
      found.whole.hits.map(({ key }) => key),
    );
    return Promise.all(facets.map(async (facet) => ({ ...facet, values: await seenAmong(sight, facet.values, ({ value }) => value) })));
  }
}

@Resolver(() => SearchEdge)
export class SearchEdgeResolver {
  @FieldResolver(() => [SearchMatch], { description: 'In which of its texts which words are; at most 20.' })
  async matched(@Root() { hit, query }: EdgeRow, @Ctx() { loaders, sight }: Context): Promise<Match[]> {
    const texts = await loaders.searchTexts.load(hit.key);
    if (!sight) return matchesOf(query, texts);
    const hidden = await sight.hiddenAmong(texts.flatMap(({ id }) => id ?? []));
    // What else it is found by may hold the names of what is hidden.
    const seen = texts.filter(({ field, id }) => !(id && hidden.has(id)) && !(field === 'OTHER' && hidden.size > 0));
    return matchesOf(query, seen);
  }
}

@Resolver(() => Suggestion)
export class SuggestionResolver {
  @Query(() => [Suggestion], { description: 'Names for what was typed so far, best first.' })
  async suggest(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { defaultValue: 10, description: '1 to 20.' }) first: number,
    @Ctx() { database, loaders, sight }: Context,
  ): Promise<Suggestion[]> {
    checkFirst(first, 20);
    const hits = await suggest({ database, sight }, text, first);
    const entities = await Promise.all(hits.map(({ id }) => loaders.entity.load(id)));
    return entities.filter((entity) => entity !== null).map((entity) => ({ entity, places: placesIn(entity, text) }));
  }
}

/** What was removed for good in between is left out. */
async function edgesOf({ page, query }: Found, { loaders }: Context): Promise<EdgeRow[]> {
  const nodes = await Promise.all(page.nodes.map(({ id }) => loaders.entity.load(id)));
  return page.edges.flatMap(({ node: hit, cursor }, at) => {
    const node = nodes[at];
    return node ? [{ node, cursor, hit, query }] : [];
  });
}
