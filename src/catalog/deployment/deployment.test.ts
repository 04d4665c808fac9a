import { expect, test } from '@jest/globals';
import { project } from './deployment.js';

const served = { what: 'trained-model:default/churn/3', trafficShare: 100, image: null, digest: null, artifacts: [] };
const release = { number: 2, at: '2026-01-02 00:00:00', serving: [served], url: 'https://churn.example.org/v1' };
const status = { state: 'HEALTHY', message: null, replicas: 3, at: '2026-01-03 00:00:00' };
const id = 'deployment:prod/churn-scoring';

test('holds what counts now, and is found by its address and what it serves', () => {
  const { properties, relations, texts } = project(id, { release, status });
  expect(properties).toMatchObject({ number: 2, url: release.url, status: 'HEALTHY', runningReplicas: 3 });
  expect(relations).toEqual([{ type: 'PART_OF', to: 'environment:prod' }]);
  expect(texts).toEqual([release.url, 'churn']);
});

test.each([
  ['said before the release', { release, status: { ...status, at: '2026-01-01 00:00:00' } }, null],
  ['said of what is retired', { release: { ...release, serving: [] }, status }, 'STOPPED'],
  ['never said', { release }, null],
  ['said of a deployment that was only named', { status }, 'HEALTHY'],
])('a status %s', (_, chosen, expected) => {
  expect(project(id, chosen).properties.status).toBe(expected);
});

const reported = (state: string) => ({ state, message: 'as reported', replicas: 3, at: '2026-01-03 00:00:00' });
const probed = (state: string, at = '2026-01-04 00:00:00') => ({ state, message: null, at });

test.each([
  ['a probe alone', { probed: probed('HEALTHY') }, 'HEALTHY'],
  ['a report that a probe finds to be worse', { status: reported('HEALTHY'), probed: probed('DOWN') }, 'DOWN'],
  ['a report that is worse than a probe says', { status: reported('DEGRADED'), probed: probed('HEALTHY') }, 'DEGRADED'],
  ['a report after a probe', { status: reported('HEALTHY'), probed: probed('DOWN', '2026-01-02 12:00:00') }, 'HEALTHY'],
  ['a report at the same moment', { status: reported('STARTING'), probed: probed('DOWN', '2026-01-03 00:00:00') }, 'STARTING'],
  ['a probe before the release', { probed: probed('DOWN', '2026-01-01 00:00:00') }, null],
])('the status by %s', (_, said, expected) => {
  expect(project(id, { release, ...said }).properties).toMatchObject({
    status: expected,
    runningReplicas: 'status' in said ? 3 : null,
  });
});
