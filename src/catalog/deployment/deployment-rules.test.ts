import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../write/fact.js';
import { approvalsIn } from './approval.js';
import { approvalsFor, type Candidate, type Deployable, policyProblems, servingProblems, type Target } from './deployment-rules.js';

const row = { id: 'trained-model:default/churn/1', contentHash: 'abc', removedAt: null, stage: 'CANDIDATE' } as unknown as Deployable;
const good: Candidate = {
  what: row.id,
  trafficShare: 100,
  image: 'churn:7',
  digest: `sha256:${'a'.repeat(64)}`,
  artifacts: [],
  path: ['input', 'serving', '0'],
  row,
  required: [],
  approvals: [],
  known: new Set(),
  askedOf: 'Owners: growth.',
};
const target: Target = {
  deployment: 'deployment:prod/churn',
  environment: 'prod',
  requiresApproval: true,
  requiresEvaluations: true,
  by: 'ana',
};
const rules = (problems: readonly Problem[]): string[] => problems.map(({ rule }) => rule);

describe('what is served', () => {
  test('is right', () => {
    expect(servingProblems([good])).toEqual([]);
    const thirds = [1, 2, 3].map((number) => ({ ...good, what: `trained-model:default/churn/${number}`, trafficShare: 100 / 3 }));
    expect(servingProblems(thirds)).toEqual([]);
    const table = { ...good, what: 'feature-table:default/customers', image: null, digest: null };
    expect(servingProblems([table])).toEqual([]);
  });

  test.each<[string, Partial<Candidate>]>([
    ['traffic-share', { trafficShare: 99 }],
    ['traffic-share', { trafficShare: 0 }],
    ['traffic-share', { trafficShare: Number.NaN }],
    ['reference-kind', { what: 'model:default/churn', row: null }],
    ['known-id', { row: null }],
    ['not-removed', { row: { ...row, removedAt: '2026-01-01 00:00:00' } }],
    ['not-retired', { row: { ...row, stage: 'RETIRED' } }],
    ['published', { row: { ...row, draft: true } }],
    ['known-id', { artifacts: ['artifact:abc'] }],
    ['reference-kind', { artifacts: ['dataset:a/b'] }],
    ['image-digest', { digest: null }],
    ['image-digest', { digest: 'latest' }],
    ['image-digest', { image: null, artifacts: ['artifact:here'], known: new Set(['artifact:here']) }],
    ['image-or-artifact', { image: null, digest: null }],
  ])('is refused for %s', (rule, change) => {
    expect(rules(servingProblems([{ ...good, ...change }]))).toEqual([rule]);
  });
});

describe('what an environment asks for', () => {
  const approved = { place: 'environment:prod', by: 'ben', at: '2026-01-01 00:00:00', note: null, contentHash: 'abc' };
  const auc = {
    name: 'auc',
    isTold: true,
    direction: 'HIGHER_IS_BETTER',
    threshold: 0.7,
    required: true,
    trend: null,
    description: null,
  } as const;
  const loss = { ...auc, name: 'loss', direction: 'LOWER_IS_BETTER', threshold: 0.1 } as const;

  test.each<[string, Partial<Candidate>, string[]]>([
    [
      'enough',
      {
        approvals: [approved],
        required: [
          { ...auc, value: 0.7 },
          { ...loss, value: 0.1 },
        ],
      },
      [],
    ],
    ['any value will do', { approvals: [approved], required: [{ ...auc, threshold: null, value: 0 }] }, []],
    ['a value below', { approvals: [approved], required: [{ ...auc, value: 0.69 }] }, ['required-evaluation']],
    ['a value above', { approvals: [approved], required: [{ ...loss, value: 0.11 }] }, ['required-evaluation']],
    ['no value', { approvals: [approved], required: [{ ...auc, threshold: null, value: undefined }] }, ['required-evaluation']],
    ['nobody approved', {}, ['approval']],
    ['approved by who deploys', { approvals: [{ ...approved, by: 'ana' }] }, ['approval']],
    ['approved for elsewhere', { approvals: [{ ...approved, place: 'environment:staging' }] }, ['approval']],
    ['approved for this deployment', { approvals: [{ ...approved, place: 'deployment:prod/churn' }] }, []],
    ['approved for another deployment', { approvals: [{ ...approved, place: 'deployment:prod/other' }] }, ['approval']],
    ['approved before it changed', { approvals: [{ ...approved, contentHash: 'abd' }] }, ['approval']],
  ])('%s', (_, change, expected) => {
    expect(rules(policyProblems([{ ...good, ...change }], target))).toEqual(expected);
  });

  test('nothing, where it asks for nothing; of what is not there nothing is said', () => {
    expect(policyProblems([good], { ...target, requiresApproval: false, requiresEvaluations: false })).toEqual([]);
    expect(policyProblems([{ ...good, row: null }], target)).toEqual([]);
  });

  test('it says whom to ask', () => {
    expect(policyProblems([good], target)[0]!.remedy).toBe('Ask a steward for approveDeployment, not "ana". Owners: growth.');
    expect(approvalsFor({ ...good, approvals: [approved] }, target)).toEqual([approved]);
  });
});

test('approvals are those of persons that were not taken back, newest first', () => {
  const value = (note: string | null) => ({ contentHash: 'abc', note });
  const said = {
    'person:ben': { 'approval:environment:prod': value('Good'), stage: 'STAGING' },
    'person:eve': { 'approval:environment:prod': value(null) },
    'person:rob': { 'approval:environment:prod': null },
    'https://example.org': { 'approval:environment:prod': value(null) },
  };
  const at = (time: string) => ({ 'approval:environment:prod': time });
  const saidAt = { 'person:ben': at('2026-01-01 00:00:00'), 'person:eve': at('2026-01-02 00:00:00') };
  expect(approvalsIn({ said, saidAt }).map(({ by, note }) => [by, note])).toEqual([
    ['eve', null],
    ['ben', 'Good'],
  ]);
});
