import { type Chosen, isDescribed, jsonOf, ownersAndTags, type Projection, relationTo, textField } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';

/** What starts a run of it. */
export const JOB_TRIGGERS = ['STREAMING', 'SCHEDULED', 'ONE_TIME', 'UNKNOWN'] as const;
export type JobTrigger = (typeof JOB_TRIGGERS)[number];

export function project(id: string, chosen: Chosen): Projection {
  const processingType = textField(chosen.jobType, 'processingType');
  const trigger: JobTrigger = processingType?.toUpperCase() === 'STREAMING' ? 'STREAMING' : 'UNKNOWN';
  return {
    properties: {
      trigger,
      sql: textField(chosen.sql, 'query'),
      sqlDialect: textField(chosen.sql, 'dialect'),
      processingType,
      integration: textField(chosen.jobType, 'integration'),
      jobType: textField(chosen.jobType, 'jobType'),
      location: jsonOf(chosen.sourceCodeLocation, ['type', 'url', 'repoUrl', 'path', 'version', 'tag', 'branch']),
    },
    relations: [...relationTo('PART_OF', id, chosen.parent, 'JOB'), ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
  };
}

/** Where its code is: OpenLineage's sourceCodeLocation. */
export interface CodeLocation {
  readonly type?: string;
  readonly url?: string;
  readonly repoUrl?: string;
  readonly path?: string;
  readonly version?: string;
  readonly tag?: string;
  readonly branch?: string;
}

export interface JobRow extends EntityRow {
  readonly trigger: JobTrigger;
  readonly sql: string | null;
  readonly sqlDialect: string | null;
  readonly processingType: string | null;
  readonly integration: string | null;
  readonly jobType: string | null;
  readonly location: CodeLocation | null;
}

export const shape: Shape = {
  properties: ['trigger', 'sql', 'sqlDialect', 'processingType', 'integration', 'jobType', 'location'],
  json: ['location'],
};
