import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, searchGrams, searchTerms } from './search-rules.ts';

/** What the database does: every gram is there, and every pattern matches. */
function finds(typed: string, parts: ReadonlyArray<string | null>): boolean {
  const terms = searchTerms(typed);
  if (!terms) return true;
  const text = foldText(parts);
  const grams = new Set(searchGrams(text));
  const like = (pattern: string) => {
    const source = pattern.replace(/\\(.)|([%])|([_])|(.)/gsu, (_, escaped, percent, underscore, plain) =>
      percent ? '.*' : underscore ? '.' : (escaped ?? plain).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    );
    return new RegExp(`^${source}$`, 'su').test(text);
  };
  return terms.grams.every((gram) => grams.has(gram)) && terms.patterns.every(like);
}

const linh = ['Nguyễn Thùy Linh', 'Linh.Nguyen@Example.com', '40218831'];
const chen = ['陈志远', null, '18826077'];
const ivan = ['Иван Петров', null, null];

describe('search', () => {
  test.each([
    { typed: 'nguyen', who: linh, found: true },
    { typed: 'NGUYỄN', who: linh, found: true },
    { typed: 'linh nguyen', who: linh, found: true },
    { typed: 'guye', who: linh, found: true },
    { typed: '  ng ', who: linh, found: true },
    { typed: 'gu', who: linh, found: false },
    { typed: 'n', who: linh, found: true },
    { typed: 'example.com', who: linh, found: true },
    { typed: '402', who: linh, found: true },
    { typed: '8831', who: linh, found: true },
    { typed: '40218832', who: linh, found: false },
    { typed: 'linh petrov', who: linh, found: false },
    { typed: '志远', who: chen, found: true },
    { typed: '陈', who: chen, found: true },
    { typed: '远', who: chen, found: false },
    { typed: '陈志远', who: chen, found: true },
    { typed: '１８８２６', who: chen, found: true },
    { typed: 'ПЕТР', who: ivan, found: true },
    { typed: '%', who: linh, found: false },
    { typed: '_______', who: linh, found: false },
    { typed: '%%%', who: linh, found: false },
    { typed: 'l%h', who: linh, found: false },
    { typed: '\\', who: linh, found: false },
    { typed: 'linh\u0000', who: linh, found: true },
  ])('$typed finds $who: $found', ({ typed, who, found }) => {
    expect(finds(typed, who)).toBe(found);
  });

  test.each(['', '   ', '\u0000\n'])('nothing typed (%j) asks for nothing', (typed) => {
    expect(searchTerms(typed)).toBeUndefined();
  });

  test('finds every text by any stretch of three letters of it', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcé%_\\.@王小明ПІğ'), minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(), (word, at) => {
        const letters = [...foldText([word]).trim()];
        fc.pre(letters.length >= 3);
        const start = at % (letters.length - 2);
        expect(finds(letters.slice(start, start + 3).join(''), ['x', word])).toBe(true);
      }),
    );
  });

  test('keeps what is asked of the index within bounds', () => {
    expect(searchTerms('abcdef '.repeat(28))?.patterns).toHaveLength(8);
  });
});
