/** Words, and characters of writing without spaces; what is between them does not count. */
const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu,
    ) ?? [];

/** Tokens that are compared, so that no text takes long: more than any draft has. */
const longest = 2000;

/**
 * How much of a text was changed on the way to another: 0 where only blanks differ, 1 where nothing is left. The least number of words
 * (characters where there are no spaces) that are put in, left out or put in another's place, as a share of the longer text. Pure.
 */
export function editShare(before: string, after: string): number {
  const [from, to] = [tokens(before).slice(0, longest), tokens(after).slice(0, longest)];
  const longer = Math.max(from.length, to.length);
  return longer === 0 ? 0 : distance(from, to) / longer;
}

function distance(from: readonly string[], to: readonly string[]): number {
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [row, token] of from.entries()) {
    const line = [row + 1];
    for (const [column, other] of to.entries()) {
      const put = (line[column] ?? 0) + 1;
      const left = (above[column + 1] ?? 0) + 1;
      const same = (above[column] ?? 0) + (token === other ? 0 : 1);
      line.push(Math.min(put, left, same));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
