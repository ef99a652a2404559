/** How much two texts of one language share, 0 to 1, by their pairs of neighbouring letters. Pure. */
export function likeness(a: string, b: string): number {
  const [ours, theirs] = [pairsOf(a), pairsOf(b)];
  const all = countOf(ours) + countOf(theirs);
  if (all === 0) return 1;
  let shared = 0;
  for (const [pair, count] of ours) shared += Math.min(count, theirs.get(pair) ?? 0);
  return (2 * shared) / all;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const word of words) {
    const letters = [...word];
    if (letters.length === 1) count(pairs, word);
    for (let at = 1; at < letters.length; at++) count(pairs, `${letters[at - 1]}${letters[at]}`);
  }
  return pairs;
}

const count = (pairs: Map<string, number>, pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
const countOf = (pairs: Map<string, number>): number => [...pairs.values()].reduce((sum, it) => sum + it, 0);
