/** What says nothing by its letters about what is asked: links, addresses, ids, numbers. Each is read as its kind alone. */
const kinds: ReadonlyArray<readonly [RegExp, string]> = [
  [/https?:\/\/\S+|www\.\S+/giu, '⟨link⟩'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/gu, '⟨mail⟩'],
  // Cut short by dots, as people do with ids that are too long to type.
  [/(?<![\p{L}\p{N}])(?:0x)?[0-9a-f]{16,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])0x[0-9a-f]{3,}/giu, '⟨id⟩'],
  [/(?<![\p{L}\p{N}])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{20,}(?![\p{L}\p{N}])/gu, '⟨id⟩'],
  [/(?<![\p{L}\p{N}])\d+(?:[.,:]\d+)*/gu, '⟨n⟩'],
];

/** A text as the classifier reads it: one form of each character, small letters, links, ids and numbers as their kind. */
export function foldText(text: string): string {
  let folded = text.normalize('NFKC');
  for (const [pattern, kind] of kinds) folded = folded.replace(pattern, ` ${kind} `);
  return folded.toLowerCase();
}

/** In what is written by these alone nothing is to be folded. */
const withoutMarks = /^[\n -~]*$/;

/** A word without accents and tones, which many people do not type. */
export function foldMarks(word: string): string {
  if (withoutMarks.test(word)) return word;
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC');
}
