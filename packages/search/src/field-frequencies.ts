/** How many bits of one number count a term in title, summary, headings, tags and body. More than fits counts as the most that does. */
const bits = [4, 5, 6, 3, 10];
const shifts = [0, 4, 9, 15, 18];

/** The same with one more in a field. */
export function addFrequency(packed: number, field: number): number {
  return readFrequency(packed, field) < (1 << (bits[field] ?? 0)) - 1
    ? packed + (1 << (shifts[field] ?? 0))
    : packed;
}

/** How often in a field. */
export const readFrequency = (packed: number, field: number): number =>
  (packed >>> (shifts[field] ?? 0)) & ((1 << (bits[field] ?? 0)) - 1);
