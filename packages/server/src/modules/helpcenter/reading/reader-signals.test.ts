import { expect, test } from 'vitest';
import { weightOf } from './reader-signals.ts';

test.each([
  [0, 0, 0, 1],
  [2, 0, 0, 1.03],
  [40, 0, 0, 1.09],
  [1000, 0, 0, 1.1],
  [0, 2, 0, 0.89],
  [0, 40, 0, 0.8],
  [50, 50, 0, 0.86],
  [0, 0, 10, 1.035],
  [0, 0, 1000, 1.1],
  [0, 0, 1_000_000, 1.1],
])('%i votes for, %i against and %i times settled weigh %d', (helpful, unhelpful, settled, weight) => {
  expect(weightOf({ helpful, unhelpful, settled })).toBeCloseTo(weight, 1);
});
