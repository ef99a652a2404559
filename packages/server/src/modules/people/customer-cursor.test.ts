import { expect, test } from 'vitest';
import { fail } from '../../platform/fail.ts';
import { readCursor, writeCursor } from './customer-cursor.ts';

const place = {
  lastSeenAt: new Date('2026-11-24T08:00:00.123Z'),
  id: '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c01',
};

test('a cursor comes back as the place it was written for', () => {
  expect(readCursor(writeCursor(place))).toEqual(place);
});

test.each([
  '',
  'nonsense',
  'W10',
  writeCursor({ ...place, id: "' or true --" }),
  writeCursor({ ...place, lastSeenAt: new Date(NaN) }),
])('%j is no cursor', (cursor) => {
  expect(() => readCursor(cursor)).toThrow(fail('request.invalid', { field: 'cursor' }));
});
