import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { entityId, parseId } from '../id.js';

export const environmentId = (name: string): string => entityId('ENVIRONMENT', name);

/** What is asked of whatever is put into an environment. */
export interface Policy {
  /** A steward who does not deploy it has to approve it. */
  readonly requiresApproval: boolean;
  /** A trained model has to keep to the required criteria of its model. */
  readonly requiresEvaluations: boolean;
}

/** What holds where nobody said otherwise. */
export const usualPolicy = (environment: string): Policy => ({
  requiresApproval: false,
  requiresEvaluations: ['prod', 'production'].includes(environment.toLowerCase()),
});

/** Of the attributes of the same names. */
export function project(id: string, chosen: Chosen): Projection {
  const usual = usualPolicy(parseId(id)!.parts[0]!);
  const { requiresApproval, requiresEvaluations } = chosen;
  return {
    properties: {
      requiresApproval: typeof requiresApproval === 'boolean' ? requiresApproval : usual.requiresApproval,
      requiresEvaluations: typeof requiresEvaluations === 'boolean' ? requiresEvaluations : usual.requiresEvaluations,
    },
    relations: ownersAndTags(chosen),
    described: isDescribed(chosen),
  };
}

export type EnvironmentRow = EntityRow & Policy;

export const shape: Shape = { properties: ['requiresApproval', 'requiresEvaluations'] };
