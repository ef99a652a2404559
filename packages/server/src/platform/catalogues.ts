import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Catalogue, Locale } from '@fairlead/contract';

/** The texts of a folder that has a file for each language, such as `en.json`. Each is read when it is first spoken, since a start reads none of them. */
export function cataloguesIn(folder: URL): (locale: Locale) => Catalogue {
  const known = new Map<Locale, Catalogue>();
  return (locale) => {
    const kept = known.get(locale);
    if (kept) return kept;
    const read = JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')) as Catalogue;
    known.set(locale, read);
    return read;
  };
}

const { resolve } = createRequire(import.meta.url);

/** What the contract calls errors, system lines, topics and fields. */
export const wireCatalogue = cataloguesIn(
  new URL('.', pathToFileURL(resolve('@fairlead/contract/locales/en.json'))),
);
