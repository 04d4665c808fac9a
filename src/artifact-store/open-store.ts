import type { ArtifactStore } from './artifact-store.js';
import { LocalArtifactStore } from './local-store.js';
import type { Bucket } from './s3-store.js';

/** Throws StartupError when it cannot be used as it is configured. */
export async function openArtifactStore(place: Bucket | string): Promise<ArtifactStore> {
  if (typeof place === 'string') return new LocalArtifactStore(place);
  // The SDK takes its time and memory: only for those who need it.
  const { S3ArtifactStore } = await import('./s3-store.js');
  return S3ArtifactStore.open(place);
}
