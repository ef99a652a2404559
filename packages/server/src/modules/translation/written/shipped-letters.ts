import { readdirSync, readFileSync } from 'node:fs';
import { type Catalogue, type Locale, locales } from '@fairlead/contract';
import type { CoverageSource, CoveredText } from './coverage.ts';

/** Modules that write letters, each with its texts beside it: to customers, and of `access` to agents. */
const writers = ['access', 'alerts', 'announcements', 'conversations', 'tickets'] as const;

/** The texts of letters and notices as they are shipped; nobody writes them here. */
export const shippedLetters: CoverageSource = {
  kind: 'letter',
  chain: ['shipped', 'english'],
  list: async () => {
    held ??= writers.flatMap(textsOf);
    return held;
  },
};

let held: readonly CoveredText[] | undefined;

function textsOf(writer: (typeof writers)[number]): CoveredText[] {
  const folder = new URL(`../../${writer}/locales/`, import.meta.url);
  const there = new Set(readdirSync(folder));
  const catalogues = locales
    .filter((it) => there.has(`${it}.json`))
    .map((it): [Locale, Catalogue] => [it, JSON.parse(readFileSync(new URL(`${it}.json`, folder), 'utf8'))]);
  const english = catalogues.find(([it]) => it === 'en')?.[1] ?? {};
  return Object.keys(english).map((key) => ({
    id: `${writer}.${key}`,
    owner: writer,
    name: `${writer}.${key}`,
    source: 'en',
    // English is what the others fall back to.
    locales: ['en'],
    shipped: catalogues.filter(([, texts]) => key in texts).map(([it]) => it),
  }));
}
