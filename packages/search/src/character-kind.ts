/** What a character is for the search. Letters of different kinds never stand in one word; digits and marks join the word before them. */
export const kinds = {
  none: 0,
  digit: 1,
  mark: 2,
  latin: 3,
  cyrillic: 4,
  arabic: 5,
  other: 6,
  hangul: 7,
  /** Written without spaces, a word being one to four characters: Han and kana. */
  han: 8,
  /** Written without spaces, words being longer: Thai, Lao, Khmer, Burmese. */
  thai: 9,
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

const patterns: ReadonlyArray<readonly [Kind, RegExp]> = [
  // Length marks and repetition marks are of no script of their own.
  [kinds.han, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ々〆]/u],
  [kinds.thai, /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u],
  [kinds.mark, /\p{M}/u],
  [kinds.hangul, /\p{Script=Hangul}/u],
  [kinds.digit, /\p{N}/u],
  [kinds.latin, /\p{Script=Latin}/u],
  [kinds.cyrillic, /\p{Script=Cyrillic}/u],
  [kinds.arabic, /\p{Script=Arabic}/u],
  [kinds.other, /\p{L}/u],
];

function findKind(code: number): Kind {
  const character = String.fromCodePoint(code);
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return kinds.none;
  return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? kinds.none;
}

const known = new Uint8Array(0x10000).fill(255);

/** The kind of a code point. */
export function kindOf(code: number): Kind {
  if (code >= known.length) return findKind(code);
  const kind = known[code] ?? 255;
  if (kind !== 255) return kind as Kind;
  const found = findKind(code);
  known[code] = found;
  return found;
}
