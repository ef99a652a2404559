/** Text of which no sign has a meaning in Markdown. `starts` says that it stands at the beginning of a line, `ends` at the end of its block. */
export function escapeText(text: string, starts: boolean, ends: boolean): string {
  const signs = text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;')
    .replace(/\{(?=\{)/g, '\\{')
    .replace(/!$|!(?=\\\[)/g, '\\!');
  const closed = ends ? signs.replace(/#(?=#*$)/g, '\\#') : signs;
  return starts
    ? closed.replace(/^(?:([-+>#=|:~])|(\d+)([.)]))/, (_, sign?: string, number?: string, dot?: string) =>
        sign ? `\\${sign}` : `${number}\\${dot}`,
      )
    : closed;
}

/** Text with its first or last letter by number, where a sign beside it would not count: `**「提币」**后` is not bold, `**「提币」**&#21518;` is. */
export function guardText(text: string, first: boolean, last: boolean): string {
  const letters = [...text];
  const at = (index: number) => {
    const letter = letters[index];
    if (letter && /[\p{L}\p{N}]/u.test(letter)) letters[index] = `&#${letter.codePointAt(0)};`;
  };
  if (first) at(0);
  if (last && !(first && letters.length === 1)) at(letters.length - 1);
  return letters.join('');
}

/** Code between as many backticks as it takes. */
export function writeCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((it) => it.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) || (/^ .* $/s.test(text) && text.trim() !== '') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** What stands behind the words of a link or a picture. */
export function writeTarget(address: string, title: string | null): string {
  const safe = address.replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;').replace(/[\\<>]/g, encodeURIComponent);
  const target = safe === '' || /[\s()]/.test(safe) ? `<${safe}>` : safe;
  return title
    ? `${target} "${title.replace(/[\\"]/g, '\\$&').replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;')}"`
    : target;
}
