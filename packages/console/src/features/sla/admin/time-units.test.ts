import { expect, it } from 'vitest';
import { inUnit, readTime, writeTime } from './time-units.ts';

it.each([
  [5, 5, 'minutes'],
  [90, 90, 'minutes'],
  [60, 1, 'hours'],
  [240, 4, 'hours'],
  [1440, 1, 'days'],
  [4320, 3, 'days'],
])('%i minutes are %i %s', (minutes, count, unit) => {
  expect(inUnit(minutes)).toEqual({ count, unit });
});

it.each<[string, number | null]>([
  ['9', 540],
  ['9:30', 570],
  ['09：30', 570],
  ['0930', 570],
  [' 24:00 ', 1440],
  ['24:01', null],
  ['9:60', null],
  ['noon', null],
  ['', null],
])('%j is a time or not', (text, expected) => {
  expect(readTime(text)).toBe(expected);
  if (expected !== null) expect(readTime(writeTime(expected))).toBe(expected);
});
