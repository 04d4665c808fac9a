import { describe, expect, test } from '@jest/globals';
import { containersOf, spokenOfIn } from './containers.js';
import { type AccessRule, grantsOf, viewOf } from './policy.js';
import { parseScope, scopeKindOf } from './scope.js';
import { requireRoleOverAll, scopesOf, strongest, type Viewer, viewerOverAll } from './viewer.js';

const rule = (tag: string, ...visibleTo: string[]): AccessRule => ({ tag, visibleTo, createdAt: '', createdBy: '' });
const rules = [rule('tag:default/risk', 'team:default/risk'), rule('tag:default/hr', 'team:default/hr', 'person:default/ana')];
const viewer = (more: Partial<Viewer>): Viewer => ({ ...viewerOverAll('ana', 'READER'), ...more });

describe('what somebody sees', () => {
  test('is everything where no rule shuts him out', () => {
    expect(viewOf(viewer({ teams: ['team:default/risk'] }), { rules })).toBeNull();
    expect(viewOf(viewer({}), { rules: [] })).toBeNull();
  });

  test('lacks what carries a tag that he is not among those to see', () => {
    expect(viewOf(viewer({}), { rules })).toEqual({ scopes: null, closed: ['tag:default/risk'] });
    expect(viewOf(viewer({ name: 'bob' }), { rules })).toEqual({ scopes: null, closed: ['tag:default/risk', 'tag:default/hr'] });
    expect(viewOf(viewer({}), { rules: [rule('tag:default/nobody')] })?.closed).toEqual(['tag:default/nobody']);
  });

  test('is what any of his grants reaches over', () => {
    const grants = [
      { role: 'READER', scope: 'namespace:a' },
      { role: 'EDITOR', scope: 'tag:default/b' },
    ] as const;
    expect(viewOf(viewer({ grants }), { rules: [] })).toEqual({ scopes: ['namespace:a', 'tag:default/b'], closed: [] });
    expect(scopesOf(viewer({ grants }), 'EDITOR')).toEqual(['tag:default/b']);
    expect(scopesOf(viewer({ grants }), 'STEWARD')).toEqual([]);
    expect(viewOf(viewer({ grants: [...grants, { role: 'READER', scope: null }] }), { rules: [] })).toBeNull();
    expect(viewOf(viewer({ grants: [] }), { rules: [] })).toEqual({ scopes: [], closed: [] });
  });
});

test('bindings of a person and of its groups add up', () => {
  const bind = (principal: string, role: 'READER' | 'EDITOR', scope: string | null) => ({
    id: '',
    principal,
    role,
    scope,
    createdAt: '',
    createdBy: '',
  });
  const bindings = [bind('group:a', 'READER', null), bind('person:ana', 'EDITOR', 'namespace:x'), bind('group:b', 'EDITOR', null)];
  const grants = grantsOf('ana', ['a', 'c'], { bindings });
  expect(grants).toEqual([
    { role: 'READER', scope: null },
    { role: 'EDITOR', scope: 'namespace:x' },
  ]);
  expect(strongest(grants)).toBe('EDITOR');
});

test('a role over a part is not one over everything', () => {
  expect(() => requireRoleOverAll(viewerOverAll('ana', 'ADMIN'), 'STEWARD')).not.toThrow();
  expect(() => requireRoleOverAll(viewer({ role: 'STEWARD', grants: [{ role: 'STEWARD', scope: 'namespace:x' }] }), 'STEWARD')).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', message: expect.stringContaining('over a part of the catalog only') }),
  );
});

test('scopes are ids of domains, sources and tags, or namespaces', () => {
  expect(['domain:default/risk', 'source:s3', 'tag:default/pii', 'namespace:a/b'].map(scopeKindOf)).toEqual([
    'DOMAIN',
    'SOURCE',
    'TAG',
    'NAMESPACE',
  ]);
  expect(['namespace:', 'dataset:a/b', 'tag:pii', 'everything', ''].map(scopeKindOf)).toEqual(Array(5).fill(undefined));
  expect([parseScope('tag:pii'), parseScope('domain:risk'), parseScope('source:s3'), parseScope('dataset:a/b')]).toEqual([
    'tag:default/pii',
    'domain:default/risk',
    'source:s3',
    undefined,
  ]);
});

test('ids tell what things are part of', () => {
  expect(containersOf('dataset:s3/a#b.c')).toEqual(['dataset:s3/a', 'source:s3']);
  expect(containersOf('trained-model:default/churn/3')).toEqual(['model:default/churn']);
  expect(containersOf('evaluation:default/churn/3/2026-01-01 00:00:00')).toEqual(['trained-model:default/churn/3', 'model:default/churn']);
  const evaluated = 'evaluation:default/churn/3/2026-01-01 00:00:00 dataset:s3%2Fmy data';
  expect([containersOf(evaluated).at(-1), spokenOfIn(evaluated)]).toEqual(['model:default/churn', ['dataset:s3/my data']]);
  expect(containersOf('release:prod/churn/2')).toEqual(['deployment:prod/churn', 'environment:prod']);
  expect(containersOf('team:default/risk')).toEqual([]);
  expect(containersOf('nothing at all')).toEqual([]);
});
