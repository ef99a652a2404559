import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachTermAt, growTree } from './term-tree.ts';

test('all terms that begin at a place are found there, the shortest first', () => {
  // Few letters, so that terms begin with each other; one of two units among them.
  const text = (maxLength: number) =>
    fc.array(fc.constantFrom('a', 'b', ' ', '币', '😀'), { maxLength }).map((it) => it.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(text(5)), text(12), (some, whole) => {
      const terms = some.toSorted((a, b) => (a < b ? -1 : 1));
      const tree = growTree(terms);
      for (let start = 0; start <= whole.length; start += 1) {
        const found: Array<[string | undefined, number]> = [];
        eachTermAt(tree, whole, start, (term, end) => found.push([terms[term], end]));
        const expected = terms
          .filter((it) => whole.startsWith(it, start))
          .map((it) => [it, start + it.length] as const);
        expect(found).toEqual(expected);
      }
    }),
  );
});
