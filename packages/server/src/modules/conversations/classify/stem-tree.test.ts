import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStemTree } from './stem-tree.ts';

const letters = (options: { minLength: number; maxLength: number }) =>
  fc.string({ ...options, unit: fc.constantFrom('a', 'b', 'c', '提', '现') });

test('finds a stem exactly where the text includes it', () => {
  const stems = fc.array(letters({ minLength: 1, maxLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(stems, letters({ minLength: 0, maxLength: 40 }), (all, text) => {
      const found = new Set<string>();
      createStemTree(all.map((stem) => [stem, [stem]] as const)).find(text, (stem) => found.add(stem));
      expect(found).toEqual(new Set(all.filter((stem) => text.includes(stem))));
    }),
  );
});
