import { expect, test } from '@jest/globals';
import { JsonText, spelledOut } from './json-text.js';

test('a message is sent with the text of its payload', () => {
  const message = { id: 'a', type: 'next', payload: new JsonText('{"data":{"x":1}}') };
  expect(spelledOut(JSON.stringify(message))).toBe('{"id":"a","type":"next","payload":{"data":{"x":1}}}');
});

test('other messages are sent as they are, whatever they hold', () => {
  const { payload } = JSON.parse(JSON.stringify({ payload: new JsonText('{}') })) as { payload: string };
  for (const message of [
    { id: `","payload":"${payload}`, type: 'complete' },
    { id: 'a', type: 'next', payload: { data: { payload } } },
  ])
    expect(spelledOut(JSON.stringify(message))).toBe(JSON.stringify(message));
});
