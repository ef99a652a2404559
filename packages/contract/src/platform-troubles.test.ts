import { expect, test } from 'vitest';
import { platformTroubleOf, platformTroubles } from './platform-troubles.ts';

test.each(Object.entries(platformTroubles))(
  '%s is found by its words, with and without theirs',
  (trouble, words) => {
    expect(platformTroubleOf(words)).toEqual({ trouble, theirs: null });
    expect(platformTroubleOf(`${words}: (453) no access`)).toEqual({ trouble, theirs: '(453) no access' });
    expect(platformTroubleOf(`${words} at all`)).toBeUndefined();
  },
);

test('a platform’s own words are none of ours', () => {
  expect(platformTroubleOf('Unauthorized')).toBeUndefined();
});
