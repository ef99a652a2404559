import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedLength, wholesIn } from './weighted-length.ts';

describe('the length of a post', () => {
  test.each([
    ['', 0],
    ['This is a test.', 15],
    ['http://test.com', 23],
    ['https://test.com', 23],
    ['test.com', 23],
    ['Test https://test.com test https://test.com test.com test', 86],
    ['저찀쯿쿿', 8],
    ['H🐱☺', 5],
    ['您的充值已到账', 14],
    ['Привет', 6],
    ['สวัสดี', 6],
    ['مرحبا', 5],
    ['👾', 2],
    ['🙋🏽', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['1️⃣', 2],
    ['©', 2],
    ['cafe\u0301', 4],
    ['Hello, world! 👋', 16],
    ['看https://htx.com看', 27],
    ['https://htx.com/帮助', 27],
    ['https://htx.com/Русские_слова', 23],
    ['https://x.com/a_(b)', 23],
    ['(https://x.com/a)', 25],
    ['https://a.co/x?y=1&z=2.', 24],
    ['https://www.htx.com/support/en-us/list/360000039481?x=1', 23],
    ['www.very-long-name-of-an-address.example.com', 44],
    ['看htx.com看', 27],
    ['a@b.com', 7],
    ['3.14', 4],
    ['e.g. this', 9],
    ['htx.com/en 1', 25],
    ['http://localhost:3000', 21],
    ['… “x” – ‰', 11],
  ])('of %j is %i', (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });

  const texts = fc.string({ unit: 'grapheme', maxLength: 300 });

  test('is never more than two for each code point, but for addresses', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = text.normalize('NFC');
        const addresses = wholesIn(composed).filter((it) => it.weight > 2).length;
        expect(weightedLength(text)).toBeLessThanOrEqual(2 * [...composed].length + 23 * addresses);
      }),
    );
  });

  test('of texts with a blank between is the sum of theirs and one', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(weightedLength(`${a} \n${b}`)).toBe(weightedLength(`${a} `) + weightedLength(`\n${b}`));
      }),
    );
  });

  test('is counted in time, whatever is written', () => {
    for (const piece of ['a', 'a.', 'a-', 'https://a.b/(', 'https://a.b?', '((', 'a@', '👨‍'])
      expect(weightedLength(piece.repeat(20_000))).toBeGreaterThan(0);
  });

  test('does not let what counts as one overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const wholes = wholesIn(`https://htx.com/${text} 👍 ${text}`);
        for (const [index, { start, end }] of wholes.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(wholes[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
