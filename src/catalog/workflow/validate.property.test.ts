import { describe, expect, test } from '@jest/globals';
import { mutations } from '../../../test/support/broken-workflow.js';
import { Random } from '../../../test/support/random.js';
import { randomWorkflow } from '../../../test/support/random-workflow.js';
import { canonicalDefinition } from './definition.js';
import { faultsOf, validateWorkflow } from './validate.js';

const SIZE = 30;
const WORKFLOWS = Array.from({ length: 30 }, (_, seed) => ({ seed, workflow: randomWorkflow(new Random(seed), SIZE) }));

test('random workflows are valid, whatever the order of their nodes', () => {
  for (const { seed, workflow } of WORKFLOWS) {
    const { definition, known, kind } = workflow;
    const validation = validateWorkflow(definition, known);
    expect([seed, faultsOf(validation, false), validation.kind]).toEqual([seed, [], kind]);
    const shuffled = { nodes: new Random(seed).shuffle(definition.nodes) };
    expect(canonicalDefinition(shuffled)).toEqual(canonicalDefinition(definition));
    expect(validateWorkflow(shuffled, known).schemas).toEqual(validation.schemas);
  }
});

describe('one change to a random workflow breaks exactly its rule', () => {
  test.each(mutations.map((mutation) => [mutation.rule, mutation] as const))('%s', (rule, mutation) => {
    let tried = 0;
    for (const { seed, workflow } of WORKFLOWS) {
      const broken = mutation.change(workflow, new Random(seed));
      if (!broken) continue;
      tried++;
      const faults = faultsOf(validateWorkflow(broken.definition, broken.known), false);
      expect([seed, [...new Set(faults.map((fault) => fault.rule))]]).toEqual([seed, [rule]]);
    }
    expect(tried).toBeGreaterThan(10);
  });
});
