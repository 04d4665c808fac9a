import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Findings, MAX_FINDINGS, named, WORKFLOW_RULES } from './findings.js';

test('the page about rules says what the code says', () => {
  const page = readFileSync(new URL('../../../docs/workflow-rules.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (.*) \|$/gm)].map(([, rule, sentence]) => [rule, sentence]);
  expect(rows).toEqual(Object.entries(WORKFLOW_RULES));
});

test('what is found is bounded', () => {
  const findings = new Findings();
  for (let i = 0; i < MAX_FINDINGS + 10; i++) findings.breaks('acyclic', [], '', '');
  expect(findings.problems).toHaveLength(MAX_FINDINGS);
});

test('long lists of names are cut, and say so', () => {
  expect(named(['a', 'b'])).toBe('"a", "b"');
  expect(named(Array.from({ length: 12 }, (_, i) => String(i)))).toMatch(/^"0", .*"9" and 2 more$/);
});
