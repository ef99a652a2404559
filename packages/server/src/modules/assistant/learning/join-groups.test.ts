import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDirection, type Direction } from './alike.ts';
import { joinGroups } from './join-groups.ts';

/** One question at an angle, in degrees: two are as much alike as the cosine of what lies between them. */
const at = (degrees: number): Direction => {
  const angle = (degrees / 180) * Math.PI;
  return {
    parts: new Map([
      ['x', Math.cos(angle)],
      ['y', Math.sin(angle)],
    ]),
    count: 1,
  };
};
const together = (...degrees: number[]): Direction => {
  const sum: Direction = { parts: new Map(), count: 0 };
  for (const it of degrees) addDirection(sum, at(it));
  return sum;
};

test.each<[string, Direction[], number[], number[]]>([
  ['nothing is joined with nothing', [], [], []],
  ['what is alike is one, what is not is another', [], [0, 90, 5, 95], [0, 1, 0, 1]],
  ['those that are most alike first, whatever comes first', [], [0, 40, 45], [0, 1, 1]],
  ['a group that stands takes what is alike', [at(0)], [10, 90], [0, 2]],
  ['of two that stand the nearer one', [at(0), at(50)], [40, 10], [1, 0]],
  ['groups that stand stay apart, however much alike', [at(0), at(0)], [0, 0], [0, 0]],
  ['it is alike to all of a group, and not to its nearest alone', [together(0, 0, 0, 60)], [60], [1]],
])('%s', (_what, standing, fresh, expected) => {
  expect(joinGroups(standing, fresh.map(at), 0.8)).toEqual(expected);
});

test('whatever is joined, no two that are left are as much alike as would join them', () => {
  const degrees = fc.array(fc.integer({ min: 0, max: 180 }), { maxLength: 7 });
  fc.assert(
    fc.property(degrees, degrees, (standing, fresh) => {
      const placesOf = joinGroups(standing.map(at), fresh.map(at), 0.9);
      expect(placesOf).toHaveLength(fresh.length);
      const ended = new Map(standing.map((it, place) => [place, [it]]));
      for (const [index, place] of placesOf.entries())
        ended.set(place, [...(ended.get(place) ?? []), fresh[index] ?? 0]);
      for (const [one, left] of ended)
        for (const [other, right] of ended)
          if (one < other && other >= standing.length)
            expect(meanLikeness(left, right)).toBeLessThan(0.9 + 1e-9);
    }),
  );
});

function meanLikeness(left: readonly number[], right: readonly number[]): number {
  const sum = left.flatMap((a) => right.map((b) => Math.cos(((a - b) / 180) * Math.PI)));
  return sum.reduce((total, it) => total + it, 0) / sum.length;
}
