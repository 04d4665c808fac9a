import type { Problem } from '../../write/fact.js';

/** That nothing has the id that an input is about. */
export const unknownEntity = (id: string): Problem => ({
  rule: 'known-entity',
  path: ['input', 'id'],
  message: `There is nothing with the id "${id.slice(0, 200)}".`,
  remedy: 'Send the id of an entity as a query gave it, or report the entity first.',
});
