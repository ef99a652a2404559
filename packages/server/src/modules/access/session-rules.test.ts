import { expect, test } from 'vitest';
import { sessionExpiry, sessionTokenIn } from './session-rules.ts';

const hour = 3600_000;
const created = new Date('2026-11-01T00:00:00Z');
const after = (hours: number) => new Date(created.getTime() + hours * hour);

test('a session ends 12 hours after its last use', () => {
  expect(sessionExpiry(created, after(5))).toEqual(after(17));
});

test('a session ends after 14 days however it is used', () => {
  expect(sessionExpiry(created, after(14 * 24 - 1))).toEqual(after(14 * 24));
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['fairlead_session=abc', 'abc'],
  ['theme=dark; fairlead_session=abc; other=1', 'abc'],
  ['xfairlead_session=abc', undefined],
  ['fairlead_session=', undefined],
  ['fairlead_session', undefined],
])('the token in the header %j is %j', (header, token) => {
  expect(sessionTokenIn(header)).toBe(token);
});
