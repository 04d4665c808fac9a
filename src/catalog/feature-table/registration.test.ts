import { describe, expect, test } from '@jest/globals';
import { kindOf } from '../id.js';
import { define, type FeatureTableDraft } from './definition.js';
import { type Former, registrationOf } from './registration.js';

const TABLE = 'feature-table:default/churn';
const DRAFT: FeatureTableDraft = {
  description: 'Churn',
  owner: 'ana',
  tags: ['gold'],
  computedBy: 'job:etl/churn',
  features: [
    { name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC', columns: [{ column: 'SPEND', materialisation: 'lake' }] },
    { name: 'plan', dataType: 'STRING', semanticKind: 'CATEGORICAL' },
  ],
  materialisations: [
    { name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: 'dataset:s3/churn' },
    { name: 'cache', store: 'ONLINE', environment: 'prod', dataset: 'dataset:redis/churn' },
  ],
};

/** What a registration leaves behind. */
function formerOf(draft: FeatureTableDraft, former?: Former): Former {
  const { claims } = registrationOf(TABLE, define(draft), former)!;
  const [table] = claims;
  const features = claims.filter(({ id }) => kindOf(id) === 'FEATURE');
  const { contentHash, revision } = table!.attributes!.definition as { contentHash: string; revision: number };
  return { contentHash, revision, features: features.filter(({ removed }) => !removed).map(({ id }) => id) };
}

describe('the first time', () => {
  const { claims, statement } = registrationOf(TABLE, define(DRAFT), undefined)!;

  test('the table and each feature say what they are', () => {
    expect(claims.map(({ id }) => id)).toEqual([
      TABLE,
      'feature-table-version:default/churn/1',
      'feature:default/churn/spend',
      'feature:default/churn/plan',
    ]);
    expect(claims[0]!.attributes).toMatchObject({
      definition: { revision: 1, computedBy: 'job:etl/churn' },
      documentation: { description: 'Churn' },
      ownership: [{ owner: 'person:default/ana', role: 'OWNER' }],
      tags: ['tag:default/gold'],
    });
    expect(claims[1]!.attributes).toEqual({ contentHash: expect.any(String), definition: define(DRAFT), draft: false });
    expect(claims[2]!.attributes).toEqual({
      definition: expect.objectContaining({ columns: ['dataset:s3/churn#SPEND', 'dataset:redis/churn#spend'], dataType: 'DOUBLE' }),
      ownership: [],
      tags: [],
    });
  });

  test('datasets and what computes it flow into the table, columns into features', () => {
    expect(statement).toMatchObject({
      subject: TABLE,
      method: 'DEFINED',
      inputs: [{ dataset: 'dataset:s3/churn' }, { dataset: 'dataset:redis/churn' }, { dataset: 'job:etl/churn' }],
      outputs: [],
    });
    expect(statement.columns).toEqual([
      {
        output: TABLE,
        indirect: [],
        derivations: [
          { to: 'spend', dataset: 'dataset:s3/churn', field: 'SPEND', transformations: [] },
          { to: 'spend', dataset: 'dataset:redis/churn', field: 'spend', transformations: [] },
          { to: 'plan', dataset: 'dataset:s3/churn', field: 'plan', transformations: [] },
          { to: 'plan', dataset: 'dataset:redis/churn', field: 'plan', transformations: [] },
        ],
      },
    ]);
  });
});

describe('again', () => {
  test('the same is nothing new, whatever the order of tags', () => {
    expect(registrationOf(TABLE, define({ ...DRAFT, tags: ['tag:default/gold', 'gold'] }), formerOf(DRAFT))).toBeUndefined();
  });

  test('the same restores a feature that somebody took away, without another revision', () => {
    const former = formerOf(DRAFT);
    const again = registrationOf(TABLE, define(DRAFT), { ...former, features: former.features.slice(1) })!;
    expect(again.claims[0]!.attributes!.definition).toMatchObject({ revision: 1 });
    expect(again.claims.map(({ id }) => id)).toEqual([TABLE, 'feature:default/churn/spend', 'feature:default/churn/plan']);
  });

  test('features that are left out are removed, and nothing carries them', () => {
    const { claims, statement } = registrationOf(TABLE, define({ ...DRAFT, features: DRAFT.features.slice(1) }), formerOf(DRAFT))!;
    expect(claims[0]!.attributes!.definition).toMatchObject({ revision: 2 });
    expect(claims.at(-1)).toEqual({ id: 'feature:default/churn/spend', removed: { ban: false } });
    expect(statement.columns[0]!.derivations.map(({ to }) => to)).toEqual(['plan', 'plan']);
  });

  test('owner and tags that are left out are gone, a description stays unless it is empty', () => {
    const { description: _, owner: __, tags: ___, ...bare } = DRAFT;
    const [table] = registrationOf(TABLE, define(bare), formerOf(DRAFT))!.claims;
    expect(table!.attributes).toMatchObject({ ownership: [], tags: [] });
    expect(table!.attributes).not.toHaveProperty('documentation');
    const [emptied] = registrationOf(TABLE, define({ ...DRAFT, description: '' }), formerOf(DRAFT))!.claims;
    expect(emptied!.attributes!.documentation).toBeNull();
  });
});
