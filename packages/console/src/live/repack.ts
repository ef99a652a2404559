interface Page<Item> {
  items: readonly Item[];
}

/** Spreads items over pages: later pages keep their lengths and the first takes the rest, so that fetching again asks for as many as before. */
export function repack<Item, P extends Page<Item>>(
  pages: readonly P[],
  items: readonly Item[],
): (Omit<P, 'items'> & { items: Item[] })[] {
  let end = items.length;
  const packed = pages.toReversed().map((page, index, all) => {
    const begin = index === all.length - 1 ? 0 : Math.max(0, end - page.items.length);
    const part = items.slice(begin, end);
    end = begin;
    return { ...page, items: part };
  });
  return packed.toReversed();
}
