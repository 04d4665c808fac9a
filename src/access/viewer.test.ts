import { expect, test } from '@jest/globals';
import { ROLES, requireRole, viewerOverAll } from './viewer.js';

test('each role includes those before it', () => {
  for (const [has, role] of ROLES.entries())
    for (const [needed, wanted] of ROLES.entries()) {
      const ask = () => requireRole(viewerOverAll('ada', role), wanted);
      if (has >= needed) expect(ask).not.toThrow();
      else expect(ask).toThrow();
    }
});

test('the refusal names the role that is needed and the one that is there', () => {
  expect(() => requireRole(viewerOverAll('ada', 'READER'), 'STEWARD')).toThrow(
    expect.objectContaining({
      code: 'FORBIDDEN',
      message: 'This needs a token with the role STEWARD or ADMIN; yours ("ada") has the role READER.',
    }),
  );
});
