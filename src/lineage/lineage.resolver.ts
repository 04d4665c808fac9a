import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Sight } from '../access/sight.js';
import type { Context } from '../graphql/context.js';
import { selectedFields } from '../graphql/selection.js';
import { LineageArgs, questionOf } from './lineage.input.js';
import { Lineage } from './lineage.type.js';
import { countKinds, type LineageAnswer } from './lineage-answer.js';
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
    return sight && selectedFields(info, []).has('counts') ? { ...page, counts: await countsSeen(found.answer, sight) } : page;
  }
}

/** Without what is hidden, whose kinds are nobody's business. */
async function countsSeen({ nodes }: LineageAnswer, sight: Sight): Promise<LineageAnswer['counts']> {
  const hidden = await sight.hiddenAmong(nodes.map(({ id }) => id));
  return countKinds(nodes.filter(({ id }) => !hidden.has(id)));
}
