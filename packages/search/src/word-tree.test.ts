import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordTree } from './word-tree.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });

function treeOf(words: readonly string[]): WordTree {
  const tree = new WordTree();
  for (const [place, it] of words.entries()) tree.add(it, place + 1);
  return tree;
}

/** The optimal string alignment distance, by its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const options = [distance(x, b) + 1, distance(a, y) + 1, distance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    options.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...options);
}

it('finds what begins with what was typed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, typed) => {
      const tree = treeOf(words);
      const node = tree.find(typed);
      const found = node === undefined ? [] : tree.below(node, 100, () => true);
      const expected = words.filter((it) => it.startsWith(typed));
      expect(found.map((value) => words[value - 1]).sort()).toEqual(expected.sort());
    }),
  );
});

it('finds what is near, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 20 }),
      word.filter((it) => it.length < 6),
      fc.constantFrom(1, 2),
      (words, typed, most) => {
        const tree = treeOf(words);
        const found = tree
          .near(typed, most, false)
          .map(({ node, edits }) => [words[tree.valueOf(node) - 1], edits]);
        const expected = words
          .map((it) => [it, distance(it, typed)] as const)
          .filter(([, edits]) => edits <= most);
        expect(found.sort()).toEqual(expected.map((it) => [...it]).sort());
      },
    ),
    { numRuns: 60 },
  );
});
