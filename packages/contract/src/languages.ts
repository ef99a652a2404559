import { type Locale, languageOf, locales } from './locale.ts';

/** A language without region. */
type Language = Locale extends infer Tag ? (Tag extends `${infer Of}-${string}` ? Of : Tag) : never;

/** The languages that customers are served in, each once, in the order of the locales. */
export const languages: readonly Language[] = [...new Set(locales.map((it) => languageOf(it) as Language))];
