import { expect, test } from 'vitest';
import { logFiles } from './base-backup.ts';

test('the files of the log are counted on past the end of a group of 256', () => {
  const last = '000000030000000B00000001';
  expect(logFiles({ first: '000000030000000A000000FE', last })).toEqual([
    '000000030000000A000000FE',
    '000000030000000A000000FF',
    '000000030000000B00000000',
    last,
  ]);
  expect(logFiles({ first: last, last })).toEqual([last]);
});
