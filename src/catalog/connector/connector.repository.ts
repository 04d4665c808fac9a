import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import type { EntityRow } from '../entity/row.js';
import { shape } from './connector.js';

export const listConnectors = listOfKind<EntityFilter, EntityRow>({ prefix: 'connector:', shape });
