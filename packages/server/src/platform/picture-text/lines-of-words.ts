import { around, type Rectangle, type Word } from './word.ts';

interface Line extends Rectangle {
  readonly words: readonly Word[];
}

/**
 * What stands beside each other, line by line from the top, whatever columns there are: a label and its value are read together. Between
 * letters of scripts that part no words there is no blank.
 */
export function linesOfWords(words: readonly Word[]): string[] {
  const rows: Line[][] = [];
  for (const line of linesAsRead(words).toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    if (row?.some((it) => middleOf(line) < it.bottom && middleOf(it) > line.top && !overlap(it, line)))
      row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => together(row.toSorted((a, b) => a.left - b.left).flatMap((it) => it.words)));
}

/** The order of words within a line is the reader's: boxes of Japanese letters lie over each other. */
function linesAsRead(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  let open: Word[] = [];
  const close = () => {
    const [first, ...rest] = open;
    if (first) lines.push({ words: open, ...around([first, ...rest]) });
    open = [];
  };
  for (const word of words) {
    if (word.startsLine) close();
    open.push(word);
  }
  close();
  return lines;
}

function together(words: readonly Word[]): string {
  const [first, ...rest] = words.map((it) => it.text);
  let [text, last] = [first ?? '', first ?? ''];
  for (const word of rest) {
    text += joins(last, word) ? word : ` ${word}`;
    last = word;
  }
  return text;
}

const middleOf = (it: Rectangle) => (it.top + it.bottom) / 2;
const overlap = (a: Rectangle, b: Rectangle) => a.left < b.right && b.left < a.right;

const unparted = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー、。，．：；！？（）「」]';
const endsUnparted = new RegExp(`${unparted}$`, 'u');
const beginsUnparted = new RegExp(`^${unparted}`, 'u');
/** Words of Korean have blanks between them, which are seen between syllables too. */
const syllable = /^\p{Script=Hangul}$/u;
const endsKorean = /\p{Script=Hangul}$/u;
const beginsKorean = /^\p{Script=Hangul}/u;

function joins(before: string, after: string): boolean {
  if (endsUnparted.test(before) && beginsUnparted.test(after)) return true;
  const syllables = syllable.test(before) || syllable.test(after);
  return syllables && endsKorean.test(before) && beginsKorean.test(after);
}
