/** Characters of a source that are shown; the rest is mostly files, and is saved with it. */
const shownCharacters = 200_000;

/** A letter as it came: its headers, unfolded, in order; the beginning of the whole, and whether that is all. */
export interface LetterText {
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly text: string;
  readonly whole: boolean;
}

/** Reads a source for the eye. A line that is no header is left out of the headers, and stands in the text. */
export function readSource(source: string): LetterText {
  const head = source.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, value }];
    });
  return { headers, text: source.slice(0, shownCharacters), whole: source.length <= shownCharacters };
}
