/** Puts categories in the order of a tree: each parent before its children, siblings as they came. */
export function inTreeOrder<T extends { id: string; parentId: string | null }>(all: readonly T[]): T[] {
  const under = (parentId: string | null): T[] =>
    all.filter((it) => it.parentId === parentId).flatMap((it) => [it, ...under(it.id)]);
  return under(null);
}
