import { expect, test } from '@jest/globals';
import { type Claims, identityFrom } from './identity.js';
import { rightsFrom } from './rights.js';

const ISSUER = 'https://login.example.org/realms/shop';
const CLAIMS: Claims = { sub: '17', exp: 1_800_000_000 };
const identity = (claims: object, names: object = {}) => identityFrom({ ...CLAIMS, ...claims }, ISSUER, { groups: 'groups', ...names });
const name = (claims: object, names?: object) => identity(claims, names).name;

test('a verified address is the name; else the subject, with the issuer behind it', () => {
  expect(name({ email: 'Ada@Example.org', email_verified: true })).toBe('ada@example.org');
  expect(name({ email: 'ada@example.org' })).toBe(`17@${ISSUER}`);
  expect(name({ email: 'ada@example.org', email_verified: false, preferred_username: 'ada' })).toBe(`17@${ISSUER}`);
  expect(name({ email: `17@${ISSUER}`, email_verified: true })).toBe(`17@${ISSUER}`);
});

test('the claim that the operator names is the name; what is no address has the issuer behind it', () => {
  const names = { name: 'preferred_username' };
  expect(name({ preferred_username: 'ada', email: 'x@example.org', email_verified: true }, names)).toBe(`ada@${ISSUER}`);
  expect(name({ preferred_username: 'ada@corp.example' }, names)).toBe('ada@corp.example');
  expect(name({ email: 'ada@example.org' }, { name: 'email' })).toBe('ada@example.org');
  expect(() => name({ email: 'ada@example.org', email_verified: false }, { name: 'email' })).toThrow('has not verified the address');
  expect(() => name({}, names)).toThrow('says nothing in the claim "preferred_username"');
});

test.each(['ada\u202eb', 'ada\n', 'ａｄａ', 'a da', 'x'.repeat(400)])(
  'the name %j, which could be mistaken, is refused',
  (preferred_username) =>
    expect(() => name({ preferred_username }, { name: 'preferred_username' })).toThrow(expect.objectContaining({ code: 'FORBIDDEN' })),
);

test('groups are a list or one, in a claim or within one', () => {
  const groups = (claims: object, claim = 'groups') => identity(claims, { groups: claim }).groups;
  expect(groups({ groups: ['a', 'b', 3, null, ''] })).toEqual(['a', 'b']);
  expect(groups({ groups: 'a' })).toEqual(['a']);
  expect(groups({})).toEqual([]);
  expect(groups({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  expect(groups({ 'https://example.org/groups': ['a'] }, 'https://example.org/groups')).toEqual(['a']);
  expect(groups({}, '__proto__.constructor')).toEqual([]);
});

test('expiry is a time, however far away', () => {
  expect(identity({}).expiresAt).toBe('2027-01-15 08:00:00');
  expect(identity({ exp: 1e300 }).expiresAt).toBe('9999-12-31 23:59:59');
});

test('rights: of the group of administrators, of everybody, of role bindings; or none', async () => {
  const binding = { id: '', principal: 'group:staff', role: 'EDITOR', scope: 'namespace:shop', createdAt: '', createdBy: '' } as const;
  const policies = { current: async () => ({ bindings: [binding], rules: [] }) };
  const ada = identity({ groups: ['staff', 'admins'] });
  expect(await rightsFrom(policies, { adminGroup: 'admins' })(ada)).toEqual({
    name: `17@${ISSUER}`,
    role: 'ADMIN',
    grants: [
      { role: 'ADMIN', scope: null },
      { role: 'EDITOR', scope: 'namespace:shop' },
    ],
    teams: ['team:default/staff', 'team:default/admins'],
  });
  expect(await rightsFrom(policies, { adminGroup: 'Admins', defaultRole: 'READER' })(ada)).toMatchObject({
    role: 'EDITOR',
    grants: [
      { role: 'READER', scope: null },
      { role: 'EDITOR', scope: 'namespace:shop' },
    ],
  });
  const many = identity({ groups: Array.from({ length: 12 }, (_, index) => `g${index}`) });
  await expect(rightsFrom(policies, {})(many)).rejects.toThrow('(g0, g1, g2, g3, g4, g5, g6, g7, g8, g9 and 2 more)');
});
