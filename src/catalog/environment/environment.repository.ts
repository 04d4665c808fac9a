import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { type EnvironmentRow, shape } from './environment.js';

export interface EnvironmentFilter extends EntityFilter {
  readonly requiresApproval?: boolean | null;
}

export const listEnvironments = listOfKind<EnvironmentFilter, EnvironmentRow>(
  {
    prefix: 'environment:',
    shape,
    namespaced: false,
    conditions:
      '($p.requiresApproval IS NULL OR e.requiresApproval = $p.requiresApproval) AND ($p.namespace IS NULL OR e.namespace = $p.namespace)',
  },
  ({ requiresApproval }) => ({ requiresApproval: requiresApproval ?? null }),
);
