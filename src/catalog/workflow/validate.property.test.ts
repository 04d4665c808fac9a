import { describe, expect, test } from '@jest/globals';
import { mutations } from '../../../test/support/broken-workflow.js';
import { Random } from '../../../test/support/random.js';
import { randomWorkflow } from '../../../test/support/random-workflow.js';
import { canonicalDefinition } from './definition.js';
import { faultsOf, validateWorkflow } from './validate.js';

const SEEDS = Array.from({ length: 50 }, (_, seed) => seed);
const SIZE = 30;

test('random workflows are valid, whatever the order of their nodes', () => {
  for (const seed of SEEDS) {
    const random = new Random(seed);
    const { definition, known, kind } = randomWorkflow(random, SIZE);
    const validation = validateWorkflow(definition, known);
    expect([seed, faultsOf(validation, false), validation.kind]).toEqual([seed, [], kind]);
    const shuffled = { nodes: random.shuffle(definition.nodes) };
    expect(canonicalDefinition(shuffled)).toEqual(canonicalDefinition(definition));
    expect(validateWorkflow(shuffled, known).schemas).toEqual(validation.schemas);
  }
});

describe('one change to a random workflow breaks exactly its rule', () => {
  test.each(mutations.map((mutation) => [mutation.rule, mutation] as const))('%s', (rule, mutation) => {
    let tried = 0;
    for (const seed of SEEDS) {
      const random = new Random(seed);
      const workflow = randomWorkflow(random, SIZE);
      const broken = mutation.change(workflow, random);
      if (!broken) continue;
      tried++;
      const faults = faultsOf(validateWorkflow(broken.definition, broken.known), false);
      expect([seed, [...new Set(faults.map((fault) => fault.rule))]]).toEqual([seed, [rule]]);
    }
    expect(tried).toBeGreaterThan(10);
  });
});
