import { readdirSync } from 'node:fs';
import { locales } from '@fairlead/contract';
import { cataloguesIn } from '../../../platform/catalogues.ts';
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
  const textsIn = cataloguesIn(folder);
  const written = locales.filter((it) => there.has(`${it}.json`));
  return Object.keys(textsIn('en')).map((key) => ({
    id: `${writer}.${key}`,
    owner: writer,
    name: `${writer}.${key}`,
    source: 'en',
    // English is what the others fall back to.
    locales: ['en'],
    shipped: written.filter((it) => key in textsIn(it)),
  }));
}
