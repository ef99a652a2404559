import type { Word } from './word.ts';

/**
 * Words as the model of a language read them, but what holds digits as that of English did, which reads them better: `주문 77/40` and `Order 7740`
 * at the same place are `주문 7740`.
 */
export function blendWords(words: readonly Word[], inEnglish: readonly Word[]): Word[] {
  const withDigits = inEnglish.filter((it) => /^[\x21-\x7e]*\d[\x21-\x7e]*$/.test(it.text));
  return words.map((word) => {
    if (!/\d/.test(word.text) && hasOwnLetters.test(word.text)) return word;
    const same = withDigits.find((it) => covers(it, word) && covers(word, it));
    return same ? { ...word, text: same.text } : word;
  });
}

const hasOwnLetters = /[^\x21-\x7e]/;

/** Whether the middle of the other lies within, and it is about as long. */
function covers(one: Word, other: Word): boolean {
  const [x, y] = [(other.left + other.right) / 2, (other.top + other.bottom) / 2];
  const within = x > one.left && x < one.right && y > one.top && y < one.bottom;
  return within && other.right - other.left < 1.3 * (one.right - one.left);
}
