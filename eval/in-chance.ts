/** In an order that looks like chance and is the same each time. */
export function inChance<T>(items: readonly T[]): T[] {
  let state = 7;
  return items
    .map((item) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return { item, at: state };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
