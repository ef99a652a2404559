import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { id } from './words/id.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import { pt } from './words/pt.ts';
import { ru } from './words/ru.ts';
import type { ShieldWords } from './words/shield-words.ts';
import { th } from './words/th.ts';
import { tr } from './words/tr.ts';
import { vi } from './words/vi.ts';
import { zh } from './words/zh.ts';

export type Named = keyof ShieldWords;

const languages: readonly ShieldWords[] = [en, zh, ja, ko, ru, es, vi, pt, tr, id, th, fr, de, ar];
/** Scripts that put something between words: there a word begins where none goes on. */
const spaced = /^[\p{sc=Latn}\p{sc=Cyrl}]/u;
const compiled = new Map<Named, RegExp>();

/** The words of all languages for a thing, as one pattern; what begins with one of them counts too. */
export function patternOf(name: Named): string {
  const words = [...new Set(languages.flatMap((it) => it[name]))].sort((a, b) => b.length - a.length);
  const begun = words.filter((it) => spaced.test(it)).map(literal);
  const within = words.filter((it) => !spaced.test(it)).map(literal);
  return [`(?<![\\p{L}\\p{M}\\p{N}])(?:${begun.join('|')})`, ...within].join('|');
}

const literal = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(' ', String.raw`[\s_-]?`);

/** The last place between two places of a text where a thing is named, in any of our languages. */
export function lastNamed(
  text: string,
  name: Named,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  const begin = Math.max(0, from);
  const part = text.slice(begin, to);
  const found = [...part.matchAll(regexOf(name))].at(-1);
  return found && { start: begin + found.index, end: begin + found.index + found[0].length };
}

function regexOf(name: Named): RegExp {
  const kept = compiled.get(name);
  if (kept) return kept;
  const made = new RegExp(patternOf(name), 'giu');
  compiled.set(name, made);
  return made;
}
