// Scripts written without spaces; of each only what is a letter, a digit or a mark.
const unspacedOrWord =
  /([[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]&&[\p{L}\p{N}\p{M}]]+)|([[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]]+)/gv;
const longest = 64;

/**
 * The tokens under which a text is found: words in lower case without diacritics, and pairs of neighbouring characters where
 * a script has no spaces. A search for the same text gives the same tokens, so a phrase finds itself.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const [, unspaced, word] of fold(text).matchAll(unspacedOrWord)) {
    if (word) tokens.add(word.slice(0, longest));
    if (!unspaced) continue;
    const characters = [...unspaced];
    if (characters.length === 1) tokens.add(unspaced);
    for (let index = 0; index + 1 < characters.length; index++) {
      tokens.add(`${characters[index]}${characters[index + 1]}`);
    }
  }
  return [...tokens];
}

/** Lower case, full-width forms as half-width, and Latin, Greek and Cyrillic letters without their marks. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/đ/gi, 'd')
    .toLowerCase();
}
