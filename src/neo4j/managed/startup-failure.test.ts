import { expect, test } from '@jest/globals';
import { fileFailure, saysDiskFull } from './startup-failure.js';

const failed = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', /^The disk that holds \/data is full: make room .* and start again\.$/],
  ['EACCES', /^\/data cannot be written to: make it writable, or set VINCI_DATA to a folder that is\.$/],
  ['EROFS', /^\/data cannot be written to/],
  ['ENOTDIR', /^\/data is no folder: set VINCI_DATA to one\.$/],
])('%s is told in one sentence with what to do', (code, sentence) => {
  expect(fileFailure(failed(code), '/data')).toMatchObject({ code: 'STARTUP', message: expect.stringMatching(sentence) });
});

test('what is no fault of the file system stays what it is', () => {
  const error = failed('ECONNREFUSED');
  expect(fileFailure(error, '/data')).toBe(error);
});

test.each(['java.io.IOException: No space left on device', 'ENOSPC: no space left on device, write', 'Disk quota exceeded'])(
  'a full disk is seen in "%s"',
  (line) => {
    expect(saysDiskFull(line)).toBe(true);
    expect(saysDiskFull('Started.')).toBe(false);
  },
);
