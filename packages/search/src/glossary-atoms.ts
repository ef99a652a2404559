import { analyseWord } from './analyse-word.ts';
import { kinds } from './character-kind.ts';
import { foldWord } from './fold-word.ts';
import { scanText } from './scan-text.ts';

/** The smallest part of a text that terms of the glossary are compared by: a word, or a character where words are not told apart by spaces. */
export interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a word of its own may begin, or end, here. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Cuts a text into atoms; `replaced` gives other terms for words that begin at some place. */
export function readAtoms(
  text: string,
  language: string,
  replaced: ReadonlyMap<number, string> = new Map(),
): Atom[] {
  const atoms: Atom[] = [];
  let hanEnd = -1;
  scanText(text, (kind, start, end) => {
    const word = text.slice(start, end).toLowerCase();
    if (kind === kinds.han) {
      const previous = atoms.at(-1);
      const joined = start === hanEnd && previous;
      if (joined) atoms[atoms.length - 1] = { ...previous, last: false };
      atoms.push({ text: foldWord(word, kind), start, end, first: !joined, last: true });
      hanEnd = end;
      return;
    }
    const term = replaced.get(start) ?? analyseWord(word, kind, language).term;
    const parts = kind === kinds.hangul || kind === kinds.thai ? [...term] : term === '' ? [] : [term];
    for (const [place, part] of parts.entries())
      atoms.push({ text: part, start, end, first: place === 0, last: place === parts.length - 1 });
  });
  return atoms;
}

/** What atoms are compared by, as one text. */
export const keyOf = (atoms: readonly Atom[]): string => atoms.map(({ text }) => text).join(' ');
