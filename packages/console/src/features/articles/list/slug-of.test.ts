import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugOf } from './slug-of.ts';

describe('the address of a title', () => {
  it.each([
    ['My deposit hasn’t arrived', 'my-deposit-hasnt-arrived'],
    ['  Retiros: ¿cuánto cuestan?  ', 'retiros-cuanto-cuestan'],
    ['充值未到账', ''],
  ])('of %s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is empty or can be used, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const slug = slugOf(title);
        expect(slug === '' || isSlug(slug)).toBe(true);
      }),
    );
  });
});
