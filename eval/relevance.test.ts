import { expect, it } from 'vitest';
import { gainOf, mean, reciprocalRank } from './relevance.ts';

const grades = { best: 3, good: 1 };

it('the best order gains 1, none 0, and a worse one something between', () => {
  expect(gainOf(['best', 'good', 'other'], grades)).toBe(1);
  expect(gainOf(['other'], grades)).toBe(0);
  expect(gainOf(['good', 'best'], grades)).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)));
  expect(gainOf([...Array(10).fill('other'), 'best'], grades)).toBe(0);
});

it('the first result of any use counts by its place', () => {
  expect(reciprocalRank(['other', 'good', 'best'], grades)).toBe(0.5);
  expect(reciprocalRank([], grades)).toBe(0);
});

it('the mean of nothing is nothing', () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 2])).toBe(1.5);
});
