import { maximumBulk } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { allToggled, nothingSelected, stillShown, toggled } from './selection.ts';

const many = Array.from({ length: maximumBulk + 20 }, (_, index) => `t${index}`);

it('adds one, and takes it out again', () => {
  const one = toggled(nothingSelected, 'a');
  expect([...one]).toEqual(['a']);
  expect(toggled(one, 'a').size).toBe(0);
});

it('chooses no more than can be changed at once, and all a second time means none', () => {
  const most = allToggled(nothingSelected, many);
  expect(most.size).toBe(maximumBulk);
  expect(toggled(most, 'one more').size).toBe(maximumBulk);
  expect(allToggled(most, many).size).toBe(0);
});

it('forgets what is no longer shown', () => {
  expect(stillShown(new Set(['a', 'b']), ['b', 'c'])).toEqual(['b']);
});
