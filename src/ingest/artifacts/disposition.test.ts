import { describe, expect, it } from '@jest/globals';
import { disposition, servedType } from './disposition.js';

describe('disposition', () => {
  it.each([
    ['model.pkl', 'attachment; filename="model.pkl"'],
    ['a b.csv', 'attachment; filename="a b.csv"'],
    ['größe.csv', `attachment; filename="gr__e.csv"; filename*=UTF-8''gr%C3%B6%C3%9Fe.csv`],
    ['a"b\r\nSet-Cookie: x', `attachment; filename="a_b__Set-Cookie_ x"; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x`],
    ['../../etc/passwd', `attachment; filename="__.._etc_passwd"; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd`],
    ["it's (1).txt", `attachment; filename="it_s (1).txt"; filename*=UTF-8''it%27s%20%281%29.txt`],
    ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('of %j', (name, header) => expect(disposition(name)).toBe(header));
});

describe('servedType', () => {
  it.each(['text/csv', 'text/plain; charset=utf-8', 'image/png'])('%s as it is', (type) => expect(servedType(type)).toBe(type));
  it.each(['text/html', 'image/svg+xml', 'application/javascript', 'application/xhtml+xml', null])('%s as bytes', (type) =>
    expect(servedType(type)).toBe('application/octet-stream'),
  );
});
