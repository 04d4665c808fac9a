import type { KnownPipeline, Schema } from '../pipeline/schema.js';
import type { SegmentDefinition } from '../segment/definition.js';

/** What the catalog knows of the things that a workflow names. All by id; what is absent is not known. */
export interface Known {
  /** Pipeline versions: what is absent does not exist. */
  readonly pipelines: ReadonlyMap<string, BoundPipeline>;
  /** Columns of datasets and feature tables. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Segment versions: what is absent does not exist. */
  readonly segments: ReadonlyMap<string, KnownSegment>;
}

export interface BoundPipeline extends KnownPipeline {
  readonly draft: boolean;
  readonly steps: readonly unknown[];
}

export interface KnownSegment {
  readonly draft: boolean;
  readonly definition: Pick<SegmentDefinition, 'fits'>;
}
