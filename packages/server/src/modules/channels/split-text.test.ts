import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from './split-text.ts';

describe('splitText', () => {
  test.each([
    { what: 'nothing', text: '', maximum: 10, pieces: [] },
    { what: 'what fits', text: 'ten chars!', maximum: 10, pieces: ['ten chars!'] },
    { what: 'after a word', text: 'hello brave world', maximum: 12, pieces: ['hello brave ', 'world'] },
    {
      what: 'after a line rather than a word',
      text: 'first line\nand more',
      maximum: 15,
      pieces: ['first line\n', 'and more'],
    },
    {
      what: 'after a sentence in Chinese',
      text: '充值未到账。请稍等一下吧',
      maximum: 8,
      pieces: ['充值未到账。', '请稍等一下吧'],
    },
    { what: 'where there is no break', text: 'abcdefghij', maximum: 4, pieces: ['abcd', 'efgh', 'ij'] },
    { what: 'never within an emoji', text: 'abc👨‍👩‍👧def', maximum: 9, pieces: ['abc', '👨‍👩‍👧d', 'ef'] },
    {
      what: 'never between a letter and its accent',
      text: 'abce\u0301f',
      maximum: 4,
      pieces: ['abc', 'e\u0301f'],
    },
    {
      what: 'an early break is not worth it',
      text: 'a bcdefghijk',
      maximum: 10,
      pieces: ['a bcdefghi', 'jk'],
    },
  ])('cuts $what', ({ text, maximum, pieces }) => {
    expect(splitText(text, maximum)).toEqual(pieces);
  });

  test('loses nothing and keeps to the limit, whatever the text', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '。', '.', '😀', '👨‍👩‍👧', 'e\u0301', '各', '\u200f'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, maximum) => {
        const pieces = splitText(text, maximum);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(maximum);
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('is quick on a text that is all breaks', () => {
    const pieces = splitText(' \n'.repeat(50_000), 4096);
    expect(pieces.length).toBe(Math.ceil(100_000 / 4096));
  });
});
