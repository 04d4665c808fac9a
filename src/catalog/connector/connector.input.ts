import { InputType } from 'type-graphql';
import { EntityFilter } from '../entity/entity.input.js';

@InputType()
export class ConnectorFilter extends EntityFilter {}
