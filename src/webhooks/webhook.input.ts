import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EntityKind } from '../catalog/entity/entity.type.js';
import type { Kind } from '../catalog/kind.js';
import { RunStatusFilter } from '../catalog/run/run-status.type.js';
import { PageArgs } from '../graphql/connection.js';
import { Position } from '../graphql/scalars.js';
import type { DeliveryState } from './webhook.js';
import { WebhookDeliveryState } from './webhook.type.js';
import type { ChangedWebhook, NewWebhook } from './webhooks.js';

@InputType({ description: 'Which changes; {}: all.' })
class WebhookChangesInput {
  @Field(() => [EntityKind], { nullable: true, description: 'Of these kinds.' }) kinds?: Kind[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of these; at most 1,000.' }) ids?: string[] | null;
}

@InputType()
export class CreateWebhookInput implements NewWebhook {
  @Field(() => String, { description: 'What people know it by.' }) name!: string;
  @Field(() => String, { description: 'Where requests are sent: https://...' }) url!: string;
  @Field(() => WebhookChangesInput, { nullable: true, description: 'It tells these changes.' }) changes?: WebhookChangesInput | null;
  @Field(() => RunStatusFilter, { nullable: true, description: 'Or it tells these states of runs.' }) runStatus?: RunStatusFilter | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The same key and input again gives the same webhook again, without its secret; the same key with another input: KEY_REUSED.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateWebhookInput implements ChangedWebhook {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => WebhookChangesInput, { nullable: true, description: 'It tells these changes, in place of what it told before.' })
  changes?: WebhookChangesInput | null;
  @Field(() => RunStatusFilter, { nullable: true, description: 'It tells these states of runs, in place of what it told before.' })
  runStatus?: RunStatusFilter | null;
}

@InputType()
export class WebhookInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class ReplayWebhookInput {
  @Field(() => ID) id!: string;
  @Field(() => Position, { description: 'What came after it is delivered, again or for the first time.' }) from!: number;
}

@InputType()
export class ReplayWebhookDeliveryInput {
  @Field(() => ID, { description: 'Of the delivery.' }) id!: string;
}

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of this webhook; null: of all of yours.' }) webhook?: string | null;
  @Field(() => [WebhookDeliveryState], { nullable: true, description: 'In any of these.' }) states?: DeliveryState[] | null;
}
