import { expect, it } from 'vitest';
import { waitingLevel } from './waiting-level.ts';

const since = '2026-11-03T09:00:00.000Z';

it.each([
  [-5, 0, 'calm'],
  [0, 0, 'calm'],
  [179, 2, 'calm'],
  [180, 3, 'warning'],
  [599, 9, 'warning'],
  [600, 10, 'danger'],
  [86_400, 1440, 'danger'],
])('after %i seconds: %i minutes, %s', (seconds, minutes, level) => {
  expect(waitingLevel(since, Date.parse(since) + seconds * 1000)).toEqual({ minutes, level });
});
