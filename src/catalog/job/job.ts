import { type Chosen, isDescribed, jsonOf, ownersAndTags, type Projection, relationTo, textField } from '../entity/projection.js';

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
