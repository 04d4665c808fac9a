import type { NewToken } from '../../../src/access/tokens.js';
import { sourceId } from '../../../src/catalog/id.js';

/** Namespaces of the estate, and of the part of it that some see alone: it comes last in lists. */
export const WHOLE = { datasets: 'another-warehouse', jobs: 'another-etl' };
export const PART = { datasets: 'warehouse', jobs: 'etl' };

export const VIEWERS = ['everything', 'all but a tag', 'namespaces', 'a source', 'a domain'] as const;
export type ViewerName = (typeof VIEWERS)[number];

const SCOPES: Readonly<Record<ViewerName, readonly string[] | undefined>> = {
  everything: undefined,
  'all but a tag': undefined,
  namespaces: [`namespace:${PART.datasets}`, `namespace:${PART.jobs}`],
  'a source': [sourceId(PART.datasets)],
  'a domain': ['domain:default/part'],
};

/** The token of each. Who sees everything belongs to the team that sees the tag. */
export function viewerInput(name: ViewerName): NewToken {
  const scopes = SCOPES[name];
  return {
    name: `viewer-${name.replaceAll(' ', '-')}`,
    role: 'READER',
    ...(scopes && { scopes }),
    ...(name === 'everything' && { teams: ['team:default/risk'] }),
  };
}
