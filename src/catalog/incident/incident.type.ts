import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Payload } from '../../graphql/payload.js';
import { DateTime } from '../../graphql/scalars.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';
import {
  INCIDENT_RULES,
  INCIDENT_STATES,
  type IncidentRow,
  type IncidentNote as Note,
  type IncidentRule as Rule,
  type IncidentState as State,
} from './incident.js';

export const IncidentState = enumOf<State>(INCIDENT_STATES);
registerEnumType(IncidentState, { name: 'IncidentState' });
export const IncidentRule = enumOf<Rule>(INCIDENT_RULES);
registerEnumType(IncidentRule, {
  name: 'IncidentRule',
  valuesConfig: {
    THRESHOLD: { description: 'A value is on the wrong side of its threshold.' },
    TREND: { description: 'Three values in a row are each worse than the median of the ten before them.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class IncidentNote implements Note {
  @Field(() => DateTime) at!: Time;
  @Field(() => String) by!: string;
  @Field(() => String) text!: string;
}

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'Something is wrong with a trained model, and somebody has to look.',
})
export class Incident extends Entity {
  @Field(() => IncidentState) state!: State;
  @Field(() => IncidentRule, { nullable: true }) rule!: Rule | null;
  @Field(() => String, { nullable: true }) criterion!: string | null;
  @Field(() => String, { nullable: true, description: 'Of what part of the data; null: of all of it.' }) slice!: string | null;
  @Field(() => Float, { nullable: true, description: 'What was measured.' }) value!: number | null;
  @Field(() => Float, { nullable: true, description: 'The threshold, or the median of the values before.' }) limit!: number | null;
  @Field(() => String, { nullable: true, description: 'Why it happened, as found out.' }) cause!: string | null;
  @Field(() => [IncidentNote], { description: 'Oldest first; at most 100.' }) notes!: readonly Note[];
}

export const IncidentConnection = connectionOf('Incident', () => Incident);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class IncidentPayload extends Payload {
  @Field(() => Incident, { nullable: true, description: 'Null when it was refused.' }) incident!: IncidentRow | null;
}
