import { ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'Whoever reports facts: every producer is shown as one.' })
export class Connector extends Entity {}

export const ConnectorConnection = connectionOf('Connector', () => Connector);
