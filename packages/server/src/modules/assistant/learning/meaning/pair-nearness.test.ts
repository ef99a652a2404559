import { describe, expect, test } from 'vitest';
import { articleScale, comparedArticle, type PlacedArticle, pairNearness } from './pair-nearness.ts';

const dimensions = 48;
/** Numbers between -1 and 1 that look like chance and are the same each time. */
function numbersFrom(seed: number): number[] {
  let state = seed + 1;
  return Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** An article about a matter in these languages; of a language all texts have something in common. */
function article(id: string, matter: number, languages: readonly string[], knows = 2): PlacedArticle {
  return {
    id,
    directions: new Map(
      languages.map((language, at) => {
        const parts = [numbersFrom(matter * 97), numbersFrom(7000 + language.charCodeAt(0))];
        const own = numbersFrom(id.length * 31 + matter * 13 + at * 7 + id.charCodeAt(0));
        return [
          language,
          Float32Array.from(own, (it, i) => it + knows * (parts[0]?.[i] ?? 0) + 3 * (parts[1]?.[i] ?? 0)),
        ];
      }),
    ),
  };
}
const library = (knows: number) =>
  Array.from({ length: 40 }, (_, at) => article(`article ${at}`, at, ['en', 'ja', 'ru'], knows));

describe('articles measure a model by their own translations', () => {
  test('one that finds them together counts', () => expect(articleScale(library(2))?.counts).toBe(1));
  test('one that does not counts nothing', () => expect(articleScale(library(0))?.counts).toBe(0));
  test('few that are translated measure nothing', () => {
    expect(articleScale(library(2).slice(0, 11))).toBeNull();
    expect(articleScale(Array.from({ length: 40 }, (_, at) => article(`${at}`, at, ['en'])))).toBeNull();
  });
});

describe('two articles', () => {
  const all = library(2);
  const scale = articleScale(all);
  if (!scale) throw new Error('nothing was measured');
  const nearness = (one: PlacedArticle, other: PlacedArticle) =>
    pairNearness(scale, comparedArticle(scale, one), comparedArticle(scale, other));

  test.each<[string, PlacedArticle, boolean]>([
    ['about one matter, in the same languages', article('twin', 3, ['en', 'ja', 'ru']), true],
    ['about one matter, in some of them', article('twin', 3, ['ja']), true],
    ['about different ones', article('other', 4, ['en', 'ja', 'ru']), false],
    ['about different ones, in one language', article('other', 4, ['ja']), false],
  ])('%s', (_what, other, near) => {
    const mine = article('article 3', 3, ['en', 'ja', 'ru']);
    expect(nearness(mine, other) >= 1).toBe(near);
    expect(nearness(other, mine)).toBeCloseTo(nearness(mine, other), 6);
  });

  test('the mean is that of all pairs in different languages', () => {
    const [one, other] = [comparedArticle(scale, all[0] ?? fail()), comparedArticle(scale, all[1] ?? fail())];
    const pairs = [...one.directions].flatMap(([language, mine]) =>
      [...other.directions]
        .filter(([beside]) => beside !== language)
        .map(([, theirs]) => mine.reduce((sum, it, at) => sum + it * (theirs[at] ?? 0), 0)),
    );
    const mean = pairs.reduce((sum, it) => sum + it, 0) / pairs.length;
    expect(pairNearness(scale, one, other)).toBeCloseTo(scale.slope * mean + scale.offset, 4);
  });
});

function fail(): never {
  throw new Error('it is not there');
}
