import { type GlossaryConcept, type Locale, languageOf } from '@fairlead/contract';

/** DeepL takes so many bytes of a phrase. */
const longest = 1024;

/**
 * The glossary as it is said from one language in another: by the first two words of each concept, which are terms, to the first of the other. Each phrase
 * once; none that stays as it is. Pure.
 */
export function glossaryEntries(
  concepts: readonly GlossaryConcept[],
  from: Locale,
  to: Locale,
): Map<string, string> {
  const entries = new Map<string, string>();
  for (const { terms } of concepts) {
    const target = phraseOf(termsIn(terms, to)[0]);
    if (target === null) continue;
    for (const said of termsIn(terms, from).slice(0, 2)) {
      const source = phraseOf(said);
      if (source !== null && source !== target && !entries.has(source)) entries.set(source, target);
    }
  }
  return entries;
}

/** Entries as lines with a tab between. */
export const entriesAsTsv = (entries: ReadonlyMap<string, string>): string =>
  [...entries].map((it) => it.join('\t')).join('\n');

const termsIn = (terms: GlossaryConcept['terms'], locale: Locale): readonly string[] =>
  terms[locale] ?? Object.entries(terms).find(([it]) => languageOf(it) === languageOf(locale))?.[1] ?? [];

/** A phrase on one line; null where it is none, or too long. */
function phraseOf(term: string | undefined): string | null {
  const phrase = term?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return phrase === '' || new TextEncoder().encode(phrase).length > longest ? null : phrase;
}
