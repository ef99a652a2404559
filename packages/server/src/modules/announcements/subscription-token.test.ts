import { expect, test } from 'vitest';
import { createKeys } from '../../platform/crypto/secrets.ts';
import { makeConfirmToken, makeStopToken, readConfirmToken, readStopToken } from './subscription-token.ts';

const keys = createKeys('root secret of this test, long enough');
const id = '0198c0de-0000-7000-8000-000000000001';
const now = new Date('2026-11-27T08:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test('a stop token names whose announcements of which kind end', () => {
  const token = makeStopToken(keys, id, 'listing');
  expect(readStopToken(keys, token)).toEqual({ customerId: id, kind: 'listing' });
  expect(readStopToken(keys, token.replace('listing', 'risk'))).toBeNull();
  expect(readStopToken(createKeys('another root secret, also long enough'), token)).toBeNull();
});

test('a confirmation holds for its address and for a week', () => {
  const token = makeConfirmToken(keys, id, 'Linh@Example.com', now);
  const read = readConfirmToken(keys, token, later(6));
  expect(read?.customerId).toBe(id);
  expect([read?.isFor('linh@example.com'), read?.isFor('other@example.com')]).toEqual([true, false]);
  expect(readConfirmToken(keys, token, later(8))).toBeNull();
});

test.each([
  '',
  'x',
  `${id}.listing.${'a'.repeat(43)}`,
  `${id}.${'a'.repeat(22)}.1999999999.${'a'.repeat(43)}`,
])('nothing is read from %j', (token) => {
  expect(readStopToken(keys, token)).toBeNull();
  expect(readConfirmToken(keys, token, now)).toBeNull();
});
