/** A stretch of a line up to a comma or the end of a sentence, in UTF-16 units. */
interface Clause {
  readonly start: number;
  readonly end: number;
  readonly endsSentence: boolean;
}

/** Stands in a key for what may be anything: a sign that no text has. */
const slot = '\uE000';

/**
 * What is no word: a mark in brackets with which something is protected, what a phrase leaves open, numbers with their currency, codes. A number may hold signs, as in
 * `0,05` and `16:00`.
 */
const opens =
  /\[\s*[A-Z]{1,2}\s*\d{1,6}\s*\]|\{[^{}]+\}|[$€£¥₫₽₩]?\d+(?:[.,:/-]\d+)*(?:\s?[A-Z][A-Z0-9]{1,9}(?![A-Za-z]))?(?:\s?%)?(?![A-Za-z0-9])|[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*/gu;

/** Signs that end a clause, where more of the line follows. A point within a number ends nothing. */
const ends = /[.!?…,;]+["'”’»)\]]*(?=\s|$)|[。！？，、；…]+[」』”’）]*/gu;

/** The clauses of a line, in their order. Pure. */
export function clausesOf(line: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number, endsSentence: boolean) => {
    if (/[\p{L}\p{N}]/u.test(line.slice(start, end))) clauses.push({ start, end, endsSentence });
    else {
      // Only signs: they belong to what stands before them.
      const last = clauses.pop();
      if (last) clauses.push({ start: last.start, end, endsSentence: last.endsSentence || endsSentence });
      else return;
    }
    start = end;
  };
  for (const { 0: sign, index } of line.matchAll(ends)) add(index + sign.length, /[.!?…。！？]/u.test(sign));
  if (start < line.length && line.slice(start).trim() !== '') add(line.length, true);
  return clauses;
}

/** What a sentence says, whatever its case, accents, blanks and signs, and what stands in its open places. Pure. */
export function wordsOf(sentence: string): { key: string; values: string[] } {
  const values: string[] = [];
  const text = sentence.normalize('NFKC').replaceAll(opens, (it) => {
    values.push(it);
    return slot;
  });
  const key = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\uE000]/gu, '');
  return { key, values };
}
