import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSearcher, type Searcher } from '@fairlead/search';
import {
  type InventedLanguage,
  inventArticle,
  inventGlossary,
  inventLanguage,
  randomFrom,
} from './invented-articles.ts';
import { ms, percentile, printTable } from './table.ts';

/** How many translations of which language. */
const holdings = [
  ['en', 10_000],
  ['zh-CN', 10_000],
  ['en', 100_000],
] as const;
const typedTexts = 60;
const updates = 100;

/** What the searcher needs to hold so many translations of one language, and how long it takes to answer each key that is pressed. */
export async function benchSearch(): Promise<void> {
  const random = randomFrom(7);
  const rows: Array<Array<string | number>> = [];
  for (const [locale, size] of holdings) {
    const language = inventLanguage(locale, random);
    const before = memory();
    const searcher = createSearcher({ glossary: inventGlossary(language) });
    const started = performance.now();
    for (let number = 0; number < size; number += 1) searcher.put(inventArticle(language, number));
    // A language is indexed when it is searched for the first time.
    searcher.search({ text: '', locale, limit: 1 });
    const seconds = (performance.now() - started) / 1000;
    const held = memory() - before;
    const times = typeTexts(searcher, language, random);
    const changes = update(searcher, language);
    rows.push([
      `${size} in ${locale}`,
      seconds.toFixed(1),
      (held / 1e6).toFixed(0),
      times.length,
      ...[0.5, 0.9, 0.99, 1].map((share) => ms(percentile(times, share))),
      ms(percentile(changes, 0.5)),
    ]);
  }
  printTable(
    'Search as one types: milliseconds a key; an update is a put and the first search that shows it',
    ['translations', 'index s', 'MB', 'searches', 'p50', 'p90', 'p99', 'most', 'update p50'],
    rows,
  );
}

/** Types texts of one to five words key by key, every fourth with a letter left out; the time of each search. */
function typeTexts(searcher: Searcher, language: InventedLanguage, random: () => number): number[] {
  const times: number[] = [];
  for (let round = 0; round < typedTexts; round += 1) {
    const whole = language.text(1 + Math.floor(random() * 5));
    const at = Math.floor(random() * whole.length);
    const text = round % 4 === 0 ? whole.slice(0, at) + whole.slice(at + 1) : whole;
    for (let typed = 1; typed <= text.length; typed += 1) {
      const started = performance.now();
      searcher.search({ text: text.slice(0, typed), locale: language.locale, limit: 8 });
      times.push(performance.now() - started);
    }
  }
  return times;
}

function update(searcher: Searcher, language: InventedLanguage): number[] {
  return Array.from({ length: updates }, (_, number) => {
    const article = inventArticle(language, number);
    const started = performance.now();
    searcher.put(article);
    const { hits } = searcher.search({ text: article.title, locale: language.locale, limit: 1 });
    if (hits[0]?.id !== article.id) throw new Error(`${article.id} is not found by its title`);
    return performance.now() - started;
  });
}

/** Bytes that are held, after what is not needed any more was let go. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
