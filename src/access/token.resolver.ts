import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Page, pageOf, pageRequest } from '../catalog/entity/page.js';
import { IssueTokenInput, RevokeTokenInput } from './token.input.js';
import type { Token } from './token.js';
import { RevokeTokenPayload, TokenConnection, TokenPayload, Viewer } from './token.type.js';
import type { TokenAnswer, Tokens } from './tokens.js';
import { requireRoleOverAll, type Viewer as ViewerRow } from './viewer.js';

interface Context {
  readonly viewer: ViewerRow;
}

@Resolver()
export class TokenResolver {
  constructor(private readonly tokens: Tokens) {}

  @Query(() => Viewer, { description: 'Whoever asks, by the token that was sent.' })
  viewer(@Ctx() { viewer }: Context): ViewerRow {
    return viewer;
  }

  @Query(() => TokenConnection, {
    name: 'tokens',
    description: 'All tokens, newest first, revoked and expired ones included. For administrators.',
  })
  async list(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Token>> {
    requireRoleOverAll(viewer, 'ADMIN');
    const request = pageRequest(first, after);
    return pageOf(await this.tokens.list(request), request, ({ createdAt, id }) => [createdAt, id]);
  }

  @Mutation(() => TokenPayload, { description: 'Makes a token; its secret is in the answer and nowhere else. For administrators.' })
  async issueToken(@Ctx() { viewer }: Context, @Arg('input', () => IssueTokenInput) input: IssueTokenInput): Promise<TokenPayload> {
    requireRoleOverAll(viewer, 'ADMIN');
    return payloadOf(await this.tokens.issue(input, viewer));
  }

  @Mutation(() => RevokeTokenPayload, { description: 'From now on the token is refused. For administrators.' })
  async revokeToken(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RevokeTokenInput) { id }: RevokeTokenInput,
  ): Promise<RevokeTokenPayload> {
    requireRoleOverAll(viewer, 'ADMIN');
    return payloadOf(await this.tokens.revoke(id, viewer));
  }
}

function payloadOf({ position, outcome, problems, token, secret }: TokenAnswer): TokenPayload {
  return { position, token, secret, receipts: [{ index: 0, outcome, id: token?.id ?? null, problems }] };
}
