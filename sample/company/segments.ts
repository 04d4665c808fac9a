import type { CodeLocationInput, PipelineStepInput, PublishSegmentInput } from '../generated/inputs.js';
import { id } from '../id.js';

/** The namespace of what people of this company define. */
export const HALDEN = 'halden';

export const codeAt = (path: string, entryPoint: string): CodeLocationInput => ({
  repository: 'https://git.halden.example/data-science',
  path,
  commit: '8d02f6a',
  entryPoint,
});

export const pipelineVersion = (name: string, number = 1): string => id('pipeline-version', HALDEN, name, String(number));
export const workflowVersion = (name: string, number = 1): string => id('workflow-version', HALDEN, name, String(number));
export const feature = (table: string, name: string): string => id('feature', HALDEN, table, name);
export const trainedModel = (model: string, number: number): string => id('trained-model', HALDEN, model, String(number));
export const segmentVersion = (name: string): string => id('segment-version', HALDEN, name, '1');
export const featureTable = (name: string): string => id('feature-table', HALDEN, name);

/** A step of a pipeline: code of our own, or a stock stage of Spark ML, which Vinci knows from its first start on. */
export const own = (segment: string, params: object = {}): PipelineStepInput => ({ namespace: HALDEN, segment, params });
export const stock = (segment: string, params: object): PipelineStepInput => ({ namespace: 'spark.ml', segment, params });

/** Code of our own that all use cases share, beside the stock stages. */
export const segments: readonly PublishSegmentInput[] = [
  {
    namespace: HALDEN,
    name: 'as-of',
    description: 'Adds the moment that a row is true of',
    definition: {
      language: 'Python',
      code: codeAt('common/as_of.py', 'AsOf'),
      params: [{ name: 'outputCol', type: 'string', default: 'as_of' }],
      schema: { adds: [{ param: 'outputCol', type: 'timestamp', nullable: 'NEVER' }] },
    },
  },
  {
    namespace: HALDEN,
    name: 'drop-columns',
    description: 'Drops columns',
    definition: {
      language: 'Python',
      code: codeAt('common/columns.py', 'DropColumns'),
      params: [{ name: 'columns', type: 'array<string>', required: true }],
      schema: { drops: [{ param: 'columns' }] },
    },
  },
  {
    namespace: HALDEN,
    name: 'fill-missing',
    description: 'Puts a number where there is none',
    definition: {
      language: 'Python',
      code: codeAt('common/columns.py', 'FillMissing'),
      params: [
        { name: 'columns', type: 'array<string>', required: true },
        { name: 'value', type: 'double', default: 0 },
      ],
      schema: { needs: [{ param: 'columns', types: ['numeric'] }], changes: [{ param: 'columns', like: 'columns', nullable: 'NEVER' }] },
    },
  },
  {
    namespace: HALDEN,
    name: 'months-between',
    description: 'Whole months between a date and the day it runs',
    definition: {
      language: 'Python',
      code: codeAt('common/dates.py', 'MonthsBetween'),
      params: [
        { name: 'inputCol', type: 'string', required: true },
        { name: 'outputCol', type: 'string', required: true },
      ],
      schema: { needs: [{ param: 'inputCol', role: 'INPUT', types: ['date', 'timestamp'] }], adds: [{ param: 'outputCol', type: 'int' }] },
    },
  },
  {
    namespace: HALDEN,
    name: 'text-embedding',
    description: 'Turns a text into 128 numbers, with a language model that was trained elsewhere',
    definition: {
      language: 'Python',
      code: { ...codeAt('common/text.py', 'TextEmbedding'), artifact: 'registry.halden.example/text-embedding:3' },
      params: [
        { name: 'inputCol', type: 'string', required: true },
        { name: 'outputCol', type: 'string', default: 'text_embedding' },
      ],
      schema: {
        needs: [{ param: 'inputCol', role: 'INPUT', types: ['string'] }],
        adds: [{ param: 'outputCol', type: 'vector', nullable: 'NEVER' }],
      },
    },
  },
];
