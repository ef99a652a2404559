import { expect, test } from 'vitest';
import { absolute, relative } from './when.ts';

const now = Date.parse('2026-11-26T08:00:00Z');
const after = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

test.each([
  [1, 'in 1 minute'],
  [45, 'in 45 minutes'],
  [119, 'in 119 minutes'],
  [120, 'in 2 hours'],
  [47 * 60, 'in 47 hours'],
  [48 * 60, 'in 2 days'],
  [-30, '30 minutes ago'],
  [0, 'this minute'],
])('%i minutes from now is said as "%s"', (minutes, words) => {
  expect(relative('en', after(minutes), now)).toBe(words);
});

test('moments stand in the zone of who reads, which is named', () => {
  expect(absolute('en', '2026-11-26T08:00:00Z', 'Asia/Singapore')).toBe('Thu, November 26 at 4:00 PM GMT+8');
  expect(absolute('ja', '2026-11-26T08:00:00Z', 'Asia/Tokyo')).toContain('17:00');
});
