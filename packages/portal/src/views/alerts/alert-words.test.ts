import { expect, test } from 'vitest';
import { amountIn, clockOf, minutesOf } from './alert-words.ts';

test.each([
  [0, '00:00'],
  [75, '01:15'],
  [1439, '23:59'],
])('%i minutes of the day are %s on a clock', (minutes, clock) => {
  expect(clockOf(minutes)).toBe(clock);
  expect(minutesOf(clock)).toBe(minutes);
});

test('what is no time is none', () => {
  expect(minutesOf('')).toBeNull();
});

test('a price keeps all of its digits', () => {
  expect(amountIn('en', '0.000000123')).toBe('0.000000123');
  expect(amountIn('de', '60000.5')).toBe('60.000,5');
});
