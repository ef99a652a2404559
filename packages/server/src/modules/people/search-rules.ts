/** A wish of the search, cut into what the index is asked for and what each find is checked by. */
export interface SearchTerms {
  /** Pieces that must all be there; see searchGrams. */
  grams: string[];
  /** LIKE patterns that the folded text must all match. */
  patterns: string[];
}

/** Longer wishes find nothing more. */
const maximumWords = 8;

/**
 * Text as it is compared: without case, width and the accents of Latin letters, so that `nguyen` finds `Nguyễn`. Each word stands
 * behind a blank.
 */
export function foldText(parts: ReadonlyArray<string | null>): string {
  return parts
    .flatMap((part) => wordsOf(part ?? ''))
    .map((word) => ` ${word}`)
    .join('');
}

/**
 * The pieces by which the index finds a text: of each word every three letters in a row, its first one and two (marked `^`), and of
 * words in scripts beyond ASCII every two, because a Chinese name is often no longer.
 */
export function searchGrams(folded: string): string[] {
  return [
    ...new Set(
      folded
        .split(' ')
        .filter(Boolean)
        .flatMap((word) => [
          ...[1, 2].map((length) => `^${[...word].slice(0, length).join('')}`),
          ...(isAscii(word) ? [] : runs(word, 2)),
          ...runs(word, 3),
        ]),
    ),
  ];
}

/** Cuts what somebody typed; undefined when nothing is left of it. Words of one letter, or two of ASCII, match where a word begins. */
export function searchTerms(typed: string): SearchTerms | undefined {
  const words = wordsOf(typed).slice(0, maximumWords);
  if (words.length === 0) return undefined;
  const cut = words.map((word) => {
    const { length } = [...word];
    const pairs = length === 2 && !isAscii(word);
    if (length >= 3 || pairs) {
      return { grams: runs(word, pairs ? 2 : 3), pattern: `%${escapePattern(word)}%` };
    }
    return { grams: [`^${word}`], pattern: `% ${escapePattern(word)}%` };
  });
  return { grams: [...new Set(cut.flatMap((it) => it.grams))], patterns: cut.map((it) => it.pattern) };
}

function wordsOf(text: string): string[] {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean);
}

const isAscii = (word: string) => /^\p{ASCII}*$/u.test(word);

function runs(word: string, length: number): string[] {
  const letters = [...word];
  return letters
    .slice(0, Math.max(0, letters.length - length + 1))
    .map((_, at) => letters.slice(at, at + length).join(''));
}

/** What is typed is never a wildcard. */
function escapePattern(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
