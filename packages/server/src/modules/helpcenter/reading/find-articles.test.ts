import { expect, test } from 'vitest';
import { weightOf } from './find-articles.ts';

test.each([
  [0, 0, 1],
  [2, 0, 1.03],
  [40, 0, 1.09],
  [1000, 0, 1.1],
  [0, 2, 0.89],
  [0, 40, 0.8],
  [50, 50, 0.86],
])('%i votes for and %i against weigh %d', (helpful, unhelpful, weight) => {
  expect(weightOf({ helpful, unhelpful })).toBeCloseTo(weight, 1);
});
