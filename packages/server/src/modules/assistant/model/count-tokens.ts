/** About as many tokens as a text has, for where nobody counts: a wide character is one, of others three are. Rather too many. Pure. */
export function countTokens(text: string): number {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu,
  );
  const count = wide?.length ?? 0;
  return Math.ceil(count + (text.length - count) / 3);
}
