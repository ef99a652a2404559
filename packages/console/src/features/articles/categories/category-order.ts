import type { HelpCategory } from '@fairlead/contract';

type Placed = Pick<HelpCategory, 'id' | 'parentId'>;

const siblingsOf = <T extends Placed>(all: readonly T[], { parentId }: Placed): T[] =>
  all.filter((it) => it.parentId === parentId);

/** Whether a category has a sibling before (-1) or behind (1) it. */
export function canMove(all: readonly Placed[], category: Placed, step: -1 | 1): boolean {
  const siblings = siblingsOf(all, category);
  const place = siblings.findIndex(({ id }) => id === category.id) + step;
  return place >= 0 && place < siblings.length;
}

/** All categories, parents before their children, with one of them before or behind its sibling; children go with their parents. */
export function moveCategory<T extends Placed>(all: readonly T[], category: Placed, step: -1 | 1): T[] {
  const siblings = siblingsOf(all, category);
  const place = siblings.findIndex(({ id }) => id === category.id);
  if (!canMove(all, category, step)) return [...all];
  const [moved] = siblings.splice(place, 1);
  if (moved) siblings.splice(place + step, 0, moved);
  const top = category.parentId === null ? siblings : all.filter(({ parentId }) => parentId === null);
  return top.flatMap((parent) => [
    parent,
    ...(parent.id === category.parentId ? siblings : all.filter(({ parentId }) => parentId === parent.id)),
  ]);
}
