import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { requireRole, type Viewer } from '../access/viewer.js';
import { type Page, pageOf, pageRequest } from '../catalog/entity/page.js';
import { PageArgs } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import {
  CreateWebhookInput,
  ReplayWebhookDeliveryInput,
  ReplayWebhookInput,
  UpdateWebhookInput,
  WebhookDeliveriesArgs,
  WebhookInput,
} from './webhook.input.js';
import type { Delivery, Webhook as WebhookRow } from './webhook.js';
import {
  Webhook,
  WebhookConnection,
  WebhookDeliveryConnection,
  WebhookDeliveryPayload,
  WebhookPayload,
  WebhookSecretPayload,
} from './webhook.type.js';
import type { WebhookAnswer, Webhooks } from './webhooks.js';

const WHOSE = 'For stewards, each their own; for administrators all.';

@Resolver()
export class WebhookResolver {
  constructor(private readonly webhooks: Webhooks) {}

  @Query(() => WebhookConnection, { name: 'webhooks', description: `Webhooks, newest first. ${WHOSE}` })
  async list(@Ctx() context: Context, @Args(() => PageArgs) { first, after }: PageArgs): Promise<Page<WebhookRow>> {
    const request = pageRequest(first, after);
    return pageOf(await this.webhooks.page(steward(context), request), request, ({ createdAt, id }) => [createdAt, id]);
  }

  @Query(() => Webhook, { nullable: true, description: `One webhook. ${WHOSE}` })
  async webhook(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<WebhookRow | null> {
    return this.webhooks.find(steward(context), id);
  }

  @Query(() => WebhookDeliveryConnection, {
    description: `Requests that have not been taken yet, newest first, dead ones included. ${WHOSE}`,
  })
  async webhookDeliveries(
    @Ctx() context: Context,
    @Args(() => WebhookDeliveriesArgs) { webhook = null, states = null, first, after }: WebhookDeliveriesArgs,
  ): Promise<Page<Delivery>> {
    const request = pageRequest(first, after);
    const found = await this.webhooks.deliveries(steward(context), { webhook, states }, request);
    return pageOf(found, request, ({ createdAt, id }) => [createdAt, id]);
  }

  @Mutation(() => WebhookSecretPayload, {
    description: `From now on the address is told what happens. The secret that signs it is in the answer and nowhere else. For stewards.`,
  })
  async createWebhook(@Ctx() context: Context, @Arg('input', () => CreateWebhookInput) input: CreateWebhookInput) {
    return secretPayloadOf(await this.webhooks.create(steward(context), input));
  }

  @Mutation(() => WebhookPayload, { description: `Another name, address or filter. What waits is tried at once. ${WHOSE}` })
  async updateWebhook(@Ctx() context: Context, @Arg('input', () => UpdateWebhookInput) input: UpdateWebhookInput) {
    return payloadOf(await this.webhooks.update(steward(context), input));
  }

  @Mutation(() => WebhookPayload, { description: `Nothing is sent any more, and nothing is lost. ${WHOSE}` })
  async pauseWebhook(@Ctx() context: Context, @Arg('input', () => WebhookInput) { id }: WebhookInput) {
    return payloadOf(await this.webhooks.pause(steward(context), id));
  }

  @Mutation(() => WebhookPayload, { description: `It goes on where it was, and is the viewer’s from now on. ${WHOSE}` })
  async resumeWebhook(@Ctx() context: Context, @Arg('input', () => WebhookInput) { id }: WebhookInput) {
    return payloadOf(await this.webhooks.resume(steward(context), id));
  }

  @Mutation(() => WebhookPayload, { description: `It is gone, and its dead deliveries are. Answers what it was. ${WHOSE}` })
  async removeWebhook(@Ctx() context: Context, @Arg('input', () => WebhookInput) { id }: WebhookInput) {
    return payloadOf(await this.webhooks.remove(steward(context), id));
  }

  @Mutation(() => WebhookSecretPayload, { description: `Another secret; for 24 hours requests are signed with both. ${WHOSE}` })
  async rotateWebhookSecret(@Ctx() context: Context, @Arg('input', () => WebhookInput) { id }: WebhookInput) {
    return secretPayloadOf(await this.webhooks.rotateSecret(steward(context), id));
  }

  @Mutation(() => WebhookPayload, {
    description: `It goes on from a position: further back, and what came since is told again; further on, and the rest is passed over. ${WHOSE}`,
  })
  async replayWebhook(@Ctx() context: Context, @Arg('input', () => ReplayWebhookInput) { id, from }: ReplayWebhookInput) {
    return payloadOf(await this.webhooks.replay(steward(context), id, from));
  }

  @Mutation(() => WebhookDeliveryPayload, {
    description: `A dead delivery is tried for another 24 hours, under the same webhook-id; one that waits is tried at once. ${WHOSE}`,
  })
  async replayWebhookDelivery(
    @Ctx() context: Context,
    @Arg('input', () => ReplayWebhookDeliveryInput) { id }: ReplayWebhookDeliveryInput,
  ): Promise<WebhookDeliveryPayload> {
    const answer = await this.webhooks.replayDelivery(steward(context), id);
    return { position: answer.position, webhookDelivery: answer.delivery, receipts: receiptsOf(answer, answer.delivery) };
  }
}

function steward({ viewer }: Context): Viewer {
  requireRole(viewer, 'STEWARD');
  return viewer;
}

const receiptsOf = ({ outcome, problems }: WebhookAnswer, about: { readonly id: string } | null) =>
  [{ index: 0, outcome, id: about?.id ?? null, problems }] as WebhookPayload['receipts'];

const payloadOf = (answer: WebhookAnswer): WebhookPayload => ({
  position: answer.position,
  webhook: answer.webhook,
  receipts: receiptsOf(answer, answer.webhook),
});

const secretPayloadOf = (answer: WebhookAnswer): WebhookSecretPayload => ({ ...payloadOf(answer), secret: answer.secret });
