import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { seenAmong } from '../access/seen.js';
import type { Context } from '../graphql/context.js';
import { selectedFields } from '../graphql/selection.js';
import { LineageArgs, questionOf } from './lineage.input.js';
import { Lineage } from './lineage.type.js';
import { countKinds } from './lineage-answer.js';
import { type LineagePage, readLineagePage } from './lineage-page.repository.js';

@Resolver(() => Lineage)
export class LineageResolver {
  @Query(() => Lineage, { description: 'What feeds it, what it feeds, as far as asked; what is current now.' })
  async lineage(
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineagePage> {
    const edgeFields = selectedFields(info, ['edges']);
    const question = questionOf(args, edgeFields.has('evidence'));
    const found = await context.lineage.read(question, args.after ?? null);
    const wanted = { entity: selectedFields(info, ['nodes', 'entity']), edges: edgeFields.size > 0 };
    const page = await readLineagePage(context.database, found, question, args.first ?? 100, wanted);
    const { sight } = context;
    if (!sight || !selectedFields(info, []).has('counts')) return page;
    // Kinds of what is hidden are nobody's business.
    return { ...page, counts: countKinds(await seenAmong(sight, found.answer.nodes, ({ id }) => id)) };
  }
}
