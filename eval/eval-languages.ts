import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '@fairlead/contract';
import { identifyLanguage } from '@fairlead/understanding';
import { printTable } from '../bench/table.ts';

/**
 * How well the language of a message is told: of utterances that nothing was learned from, and of short texts, written to be hard. Without a hint, with the page in
 * the customer's language, and with a page in each other language.
 */
export function evalLanguages(): void {
  const folder = join(import.meta.dirname, 'held-out-utterances');
  const heldOut = Object.fromEntries(
    readdirSync(folder).map((name) => [
      name.replace('.json', ''),
      Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string[]>).flat(),
    ]),
  );
  show('Language identified: utterances that were held out', heldOut);
  const file = join(import.meta.dirname, 'short-texts.json');
  const short = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  show('Language identified: short texts, written to be hard', short);
  timeIt(Object.values(heldOut).flat());
}

function show(title: string, sets: Record<string, string[]>): void {
  const rows = Object.entries(sets).map(([language, texts]) => {
    const right = (hint?: Locale) =>
      texts.filter((text) => identifyLanguage(text, hint).language === language).length / texts.length;
    const others = locales.filter((it) => it !== language);
    const misled = others.reduce((sum, hint) => sum + right(hint), 0) / others.length;
    const taken = new Map<string, number>();
    for (const text of texts) {
      const found = identifyLanguage(text).language;
      if (found !== language) taken.set(found, (taken.get(found) ?? 0) + 1);
    }
    const figures = [right(), right(language as Locale), misled];
    const confused = [...taken].toSorted((a, b) => b[1] - a[1]).map(([other, times]) => `${other} ${times}`);
    return { language, count: texts.length, figures, confused: confused.join(', ') };
  });
  const mean = [0, 1, 2].map((at) => rows.reduce((sum, it) => sum + (it.figures[at] ?? 0), 0) / rows.length);
  printTable(
    title,
    ['language', 'texts', 'without hint', 'page in it', 'page in another', 'taken for'],
    [
      ...rows,
      { language: 'mean', count: rows.reduce((sum, it) => sum + it.count, 0), figures: mean, confused: '' },
    ].map((it) => [it.language, it.count, ...it.figures.map((share) => share.toFixed(3)), it.confused]),
  );
}

function timeIt(texts: readonly string[]): void {
  const times = texts.map((text) => {
    const start = performance.now();
    identifyLanguage(text);
    return performance.now() - start;
  });
  const at = (share: number) =>
    (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(3);
  printTable('Speed of telling the language', ['p50 ms a text', 'p99 ms'], [[at(0.5), at(0.99)]]);
}
