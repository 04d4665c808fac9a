import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { RunState as RunStateName } from '../catalog/attributes.js';
import { EntityKind } from '../catalog/entity/entity.type.js';
import type { Kind } from '../catalog/kind.js';
import { RunState } from '../catalog/run/run.type.js';
import type { Time } from '../catalog/time.js';
import { connectionOf } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum.js';
import { Payload } from '../graphql/payload.js';
import { DateTime, Position } from '../graphql/scalars.js';
import {
  DELIVERY_STATES,
  type Delivery as DeliveryRow,
  type DeliveryState,
  WEBHOOK_STATES,
  type Webhook as WebhookRow,
  type WebhookState as WebhookStateName,
} from './webhook.js';

export const WebhookState = enumOf<WebhookStateName>(WEBHOOK_STATES);
registerEnumType(WebhookState, {
  name: 'WebhookState',
  valuesConfig: {
    ACTIVE: { description: 'It delivers.' },
    FAILING: { description: 'The last request failed; it is made again.' },
    PAUSED: { description: 'By somebody; what happens meanwhile is delivered when it is resumed.' },
    STOPPED: { description: 'By Vinci, for the reason that `stateReason` gives; to be resumed as a paused one is.' },
  },
});

export const WebhookDeliveryState = enumOf<DeliveryState>(DELIVERY_STATES);
registerEnumType(WebhookDeliveryState, {
  name: 'WebhookDeliveryState',
  valuesConfig: {
    PENDING: { description: 'Under way.' },
    RETRYING: { description: 'It failed, and is tried again at `nextAt`.' },
    DEAD: { description: 'It failed for 24 hours; it can be replayed.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Which changes a webhook tells.' })
export class WebhookChanges {
  @Field(() => [EntityKind], { nullable: true, description: 'Null: all.' }) kinds?: Kind[] | null;
  @Field(() => [ID], { nullable: true, description: 'Null: of everything.' }) ids?: string[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Which states of runs a webhook tells.' })
export class WebhookRunStatus {
  @Field(() => ID, { nullable: true }) jobId?: string | null;
  @Field(() => ID, { nullable: true }) runId?: string | null;
  @Field(() => ID, { nullable: true }) workflowId?: string | null;
  @Field(() => ID, { nullable: true }) owner?: string | null;
  @Field(() => [RunState], { nullable: true }) states?: RunStateName[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'What tells an address of yours, by signed requests, what happens.' })
export class Webhook {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) url!: string;
  @Field(() => WebhookChanges, { nullable: true, description: 'It tells these changes.' }) changes?: WebhookChanges | null;
  @Field(() => WebhookRunStatus, { nullable: true, description: 'It tells these states of runs.' }) runStatus?: WebhookRunStatus | null;
  @Field(() => WebhookState) state!: WebhookStateName;
  @Field(() => String, { nullable: true, description: 'Why it was stopped.' }) stateReason?: string;
  @Field(() => Position, { description: 'Everything up to here was delivered, does not concern it, or is dead.' }) position!: number;
  @Field(() => Int, { description: 'How many positions the log is ahead of that.' }) lag!: number;
  @Field(() => DateTime) createdAt!: Time;
  @Field(() => String, { description: 'Whose it is: by whose rights it goes.' }) owner!: string;
  @Field(() => DateTime, { nullable: true }) lastSuccessAt?: Time;
  @Field(() => DateTime, { nullable: true }) lastFailureAt?: Time;
  @Field(() => String, { nullable: true, description: 'What went wrong then.' }) lastError?: string;
  @Field(() => Int, { description: 'How many deliveries are dead.' }) deadCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'One request of a webhook that has not been taken yet.' })
export class WebhookDelivery {
  @Field(() => ID, { description: 'The header webhook-id, the same each time it is tried.' }) id!: string;
  @Field(() => ID, { description: 'The id of its webhook.' }) webhook!: string;
  @Field(() => WebhookDeliveryState) state!: DeliveryState;
  @Field(() => Position, { description: 'It tells what came after this position,' }) after!: number;
  @Field(() => Position, { description: 'up to this one.' }) to!: number;
  @Field(() => Int, { description: 'How often it was tried since it was made, resumed or replayed.' }) attempts!: number;
  @Field(() => Int, { nullable: true, description: 'Of the last answer over HTTP; null: there was none.' }) status?: number;
  @Field(() => String, { nullable: true, description: 'What went wrong the last time.' }) error?: string;
  @Field(() => DateTime) createdAt!: Time;
  @Field(() => DateTime, { nullable: true, description: 'When it was tried last.' }) lastAt?: Time;
  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; null: not any more.' }) nextAt?: Time;
}

export const WebhookConnection = connectionOf('Webhook', () => Webhook);
export const WebhookDeliveryConnection = connectionOf('WebhookDelivery', () => WebhookDelivery);

@ObjectType({ simpleResolvers: true })
export class WebhookPayload extends Payload {
  @Field(() => Webhook, { nullable: true }) webhook!: WebhookRow | null;
}

@ObjectType({ simpleResolvers: true })
export class WebhookSecretPayload extends Payload {
  @Field(() => Webhook, { nullable: true }) webhook!: WebhookRow | null;
  @Field(() => String, { nullable: true, description: 'What its requests are signed with. It is not shown again: note it now.' })
  secret!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class WebhookDeliveryPayload extends Payload {
  @Field(() => WebhookDelivery, { nullable: true }) webhookDelivery!: DeliveryRow | null;
}
