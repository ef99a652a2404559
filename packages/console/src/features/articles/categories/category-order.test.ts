import { describe, expect, it } from 'vitest';
import { canMove, moveCategory } from './category-order.ts';

/** Letters are categories, those with a digit children of their letter. */
const of = (names: string) =>
  names.split(' ').map((id) => ({ id, parentId: id.length > 1 ? (id[0] ?? null) : null }));
const find = (names: string, id: string) => of(names).find((it) => it.id === id) ?? { id, parentId: null };

describe('the order of categories', () => {
  it.each([
    ['a a1 a2 b c', 'b', -1, 'b a a1 a2 c'],
    ['a a1 a2 b c', 'a', 1, 'b a a1 a2 c'],
    ['a a1 a2 b c', 'a2', -1, 'a a2 a1 b c'],
    ['a a1 a2 b c', 'a2', 1, 'a a1 a2 b c'],
    ['a a1 a2 b c', 'c', 1, 'a a1 a2 b c'],
  ] as const)('%s with %s moved by %i is %s', (before, id, step, after) => {
    expect(
      moveCategory(of(before), find(before, id), step)
        .map((it) => it.id)
        .join(' '),
    ).toBe(after);
  });

  it('knows the ends', () => {
    const all = 'a a1 b';
    expect([canMove(of(all), find(all, 'a'), -1), canMove(of(all), find(all, 'a'), 1)]).toEqual([
      false,
      true,
    ]);
    expect([canMove(of(all), find(all, 'a1'), -1), canMove(of(all), find(all, 'a1'), 1)]).toEqual([
      false,
      false,
    ]);
  });
});
