import { expect, test } from '@jest/globals';
import { splitStatements } from './migrate.js';

test('statements end in a semicolon at the end of a line; comments and semicolons in text are left alone', () => {
  expect(splitStatements("// first\nMERGE (a {b: 'x; y'});\n\n// second;\nRETURN 1\n  AS one;\n")).toEqual([
    "MERGE (a {b: 'x; y'})",
    'RETURN 1\n  AS one',
  ]);
});
