/**
 * The share of a text's characters that a reading of it holds, in their order or not: one reader takes columns one after the other, another
 * line by line. Blanks do not count. From 0 to 1.
 */
export function charactersRight(text: string, read: string): number {
  const left = new Map<string, number>();
  for (const letter of lettersOf(read)) left.set(letter, (left.get(letter) ?? 0) + 1);
  const letters = lettersOf(text);
  let right = 0;
  for (const letter of letters) {
    const held = left.get(letter) ?? 0;
    if (held === 0) continue;
    left.set(letter, held - 1);
    right++;
  }
  return letters.length === 0 ? 1 : right / letters.length;
}

const lettersOf = (text: string) => [...text.normalize('NFKC').replace(/\s/g, '')];
