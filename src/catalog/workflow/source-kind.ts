import type { DataSourceType } from '../source/source.js';

/** The talk's sorts of sources of a workflow. */
export const WORKFLOW_SOURCE_KINDS = ['HTTP_REQUEST', 'PERSISTENT_STORE', 'KAFKA_TOPIC', 'OTHER'] as const;
export type WorkflowSourceKind = (typeof WORKFLOW_SOURCE_KINDS)[number];

const KIND_OF_TYPE: Readonly<Record<DataSourceType, WorkflowSourceKind>> = {
  DATABASE: 'PERSISTENT_STORE',
  FILES: 'PERSISTENT_STORE',
  HTTP: 'HTTP_REQUEST',
  KAFKA: 'KAFKA_TOPIC',
  OTHER: 'OTHER',
  WAREHOUSE: 'PERSISTENT_STORE',
};

/** Follows from the data source that the dataset lies in. */
export const sourceKindOf = (type: DataSourceType): WorkflowSourceKind => KIND_OF_TYPE[type];
