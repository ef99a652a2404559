import { describe, expect, test } from 'vitest';
import { directionIn, type Reference, scaleOf } from './meaning-scale.ts';

const dimensions = 32;
/** Numbers between -1 and 1 that look like chance and are the same each time. */
function numbersFrom(seed: number): number[] {
  let state = seed + 1;
  return Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}
const unit = (of: readonly number[]) => Float32Array.from(of, (it) => it / Math.hypot(...of));

/** Twenty matters in seven languages: how far a direction is by its matter, by its language, and by what all have in common. */
function references({ matter = 1, language = 0, common = 0 }): Reference[] {
  return Array.from({ length: 140 }, (_, at) => {
    const [of, inLanguage] = [at % 20, Math.floor(at / 20)];
    const parts = [
      numbersFrom(of * 97),
      numbersFrom(5000 + inLanguage),
      numbersFrom(9000),
      numbersFrom(777 + at * 31),
    ];
    const [a = [], b = [], c = [], own = []] = parts;
    return {
      label: `matter ${of}`,
      language: `l${inLanguage}`,
      vector: unit(
        a.map((it, i) => matter * it + language * (b[i] ?? 0) + common * (c[i] ?? 0) + (own[i] ?? 0)),
      ),
    };
  });
}

describe('a model is measured', () => {
  test.each<[string, Parameters<typeof references>[0], { least: number; most: number }]>([
    ['one that tells matters apart counts', { matter: 2 }, { least: 0.99, most: 1 }],
    ['also where all it says points one way', { matter: 2, common: 6 }, { least: 0.99, most: 1 }],
    ['also where languages lie apart', { matter: 2, language: 6 }, { least: 0.99, most: 1 }],
    ['one that half does counts in part', { matter: 0.7 }, { least: 0.05, most: 0.95 }],
    ['one that does not counts nothing', { matter: 0 }, { least: 0, most: 0 }],
    ['nor one that knows languages alone', { matter: 0, language: 5 }, { least: 0, most: 0 }],
  ])('%s', (_what, of, { least, most }) => {
    const { counts } = scaleOf(references(of));
    expect(counts).toBeGreaterThanOrEqual(least);
    expect(counts).toBeLessThanOrEqual(most);
  });

  test('1 is where one pair in a hundred about different matters is, 0 where they are on average', () => {
    const given = references({ matter: 2, common: 4 });
    const scale = scaleOf(given);
    const turned = given.map((it) => ({ ...it, vector: directionIn(scale, it.vector, it.language) }));
    const nearness = turned.flatMap((one, at) =>
      turned
        .slice(at + 1)
        .filter((it) => it.label !== one.label && it.language !== one.language)
        .map(
          (it) =>
            scale.slope * one.vector.reduce((sum, a, i) => sum + a * (it.vector[i] ?? 0), 0) + scale.offset,
        ),
    );
    expect(nearness.filter((it) => it > 1).length / nearness.length).toBeCloseTo(0.01, 2);
    expect(nearness.reduce((sum, it) => sum + it, 0) / nearness.length).toBeCloseTo(0, 3);
  });

  test.each<[string, readonly Reference[]]>([
    ['nothing', []],
    ['one question', references({}).slice(0, 1)],
    ['what is all the same', references({}).map((it) => ({ ...it, vector: unit(numbersFrom(1)) }))],
  ])('%s makes nothing count', (_what, given) => expect(scaleOf(given).counts).toBe(0));
});
