import { weightedLength } from '@fairlead/contract/weighted-length';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitWeighted } from './split-weighted.ts';

const lengths = (text: string) => splitWeighted(text, 280).map(weightedLength);

describe('a text for several posts', () => {
  test.each([
    ['nothing', '', []],
    ['what fits', 'a'.repeat(280), [280]],
    ['one letter more', 'a'.repeat(281), [280, 1]],
    ['Chinese', '充'.repeat(150), [280, 20]],
    ['emoji', '👨‍👩‍👧‍👦'.repeat(141), [280, 2]],
  ])('of %s', (_, text, expected) => {
    expect(lengths(text)).toEqual(expected);
  });

  test('is cut after a sentence', () => {
    const sentence = `${'word '.repeat(30).trim()}. `;
    expect(splitWeighted(sentence.repeat(3), 280)).toEqual([sentence, sentence, sentence]);
  });

  test('is not cut within an address', () => {
    const address = 'https://www.htx.com/support/en-us/detail/360000104921?articleId=1.2&from=post';
    const pieces = splitWeighted(`${'a'.repeat(262)} ${address} and then`, 280);
    expect(pieces).toEqual([`${'a'.repeat(262)} `, `${address} and then`]);
  });

  const words = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom(
          'https://htx.com/a.b?c=d',
          'htx.com',
          '\n\n',
          '。',
          '👩🏽‍💻',
          `${'x'.repeat(300)}.com`,
          'e\u0301'.repeat(200),
        ),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' '));

  test('comes whole, in pieces that fit', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(30, 280), (text, maximum) => {
        const pieces = splitWeighted(text, maximum);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece).not.toBe('');
          expect(weightedLength(piece)).toBeLessThanOrEqual(maximum);
        }
      }),
      { numRuns: 50 },
    );
  });
});
