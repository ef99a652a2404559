interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** What the stems that end here stand for. */
  readonly ends: T[];
}

/** Stems that are looked for at one go: the time grows with the text and hardly with their number. */
export interface StemTree<T> {
  /** Says what each stem stands for that occurs in `text`, which may be said more than once. */
  find(text: string, found: (meaning: T) => void): void;
}

/** `entries` are what is meant and the stems that say so; no stem is empty. */
export function createStemTree<T>(entries: Iterable<readonly [T, readonly string[]]>): StemTree<T> {
  const root: Node<T> = { next: new Map(), ends: [] };
  for (const [meaning, stems] of entries) {
    for (const stem of stems) {
      let node = root;
      for (let at = 0; at < stem.length; at++) {
        const unit = stem.charAt(at);
        const known = node.next.get(unit);
        const next: Node<T> = known ?? { next: new Map(), ends: [] };
        if (!known) node.next.set(unit, next);
        node = next;
      }
      node.ends.push(meaning);
    }
  }
  return {
    find(text, found) {
      for (let from = 0; from < text.length; from++) {
        let node = root.next.get(text.charAt(from));
        for (let at = from + 1; node; at++) {
          for (const meaning of node.ends) found(meaning);
          node = node.next.get(text.charAt(at));
        }
      }
    },
  };
}
