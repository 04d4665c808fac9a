import { expect, test } from '@jest/globals';
import type { ModelRow } from './model.js';
import { modelCard } from './model-card.js';

const model = {
  id: 'model:default/churn',
  name: 'churn',
  description: '# Churn\nTells who is about to leave',
  revision: 2,
  task: 'CLASSIFICATION',
  learning: 'SUPERVISED',
  framework: null,
  intendedUse: 'To offer a discount',
  limits: null,
  label: { name: 'churned', dataType: 'BOOLEAN', column: null, origin: 'Left within 30 days' },
  criteria: [{ name: 'auc', direction: 'HIGHER_IS_BETTER', threshold: 0.7, required: true, trend: null, description: null }],
  hyperparameters: [{ name: 'trees', type: 'int', default: 100 }],
} as unknown as ModelRow;

test('says what there is, and leaves out what is not', () => {
  const trainedModel = { number: 3 };
  const named = [{ alias: 'champion', trainedModel, scores: [{ criterion: 'auc', value: 0.8 }] }];
  const features = [{ name: 'spend', description: 'Money\nspent' }];
  expect(modelCard(model, { features, moreFeatures: true, named: named as never, owners: [] })).toBe(`# churn

### Churn
Tells who is about to leave

## Model

- **Id**: \`model:default/churn\`
- **Revision**: 2
- **Task**: CLASSIFICATION
- **Learning**: SUPERVISED

## Intended use

To offer a discount

## Label

- **\`churned\`**: BOOLEAN

Left within 30 days

## Features

- **\`spend\`**: Money spent
- and more

## Criteria

- **\`auc\`**: higher is better; at least 0.7; required to deploy

## Hyperparameters

- **\`trees\`**: int, \`100\` by default

## Trainings

- **champion (3)**: auc 0.8
`);
});
