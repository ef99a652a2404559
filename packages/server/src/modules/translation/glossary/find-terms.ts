import { type GlossaryConcept, type Locale, languageOf } from '@fairlead/contract';

/** A term of the exchange that a text uses, and how the other language may say it: the first one rather. */
export interface Term {
  readonly said: string;
  readonly texts: readonly string[];
}

/** Terms that are told to a provider at most: the longest ones, which say most. */
const most = 40;

/** The terms of the glossary that a text uses and that the other language has words for; each concept once. Pure. */
export function findTerms(
  text: string,
  concepts: readonly GlossaryConcept[],
  from: Locale,
  to: Locale,
): Term[] {
  const words = ` ${fold(text)} `;
  const found = concepts.flatMap(({ terms }): Term[] => {
    const texts = termsIn(terms, to);
    if (texts.length === 0) return [];
    // Only what the glossary puts first is a term; what follows is what customers call it, too.
    const said = termsIn(terms, from)
      .slice(0, 2)
      .find((term) => stands(words, fold(term)));
    return said === undefined ? [] : [{ said, texts }];
  });
  return found.toSorted((a, b) => b.said.length - a.said.length).slice(0, most);
}

function termsIn(terms: GlossaryConcept['terms'], locale: Locale): readonly string[] {
  return (
    terms[locale] ?? Object.entries(terms).find(([it]) => languageOf(it) === languageOf(locale))?.[1] ?? []
  );
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Scripts without blanks have no ends of words. */
function stands(words: string, term: string): boolean {
  if (term.length < 2) return false;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(term))
    return words.includes(term);
  const at = words.indexOf(term);
  return at > 0 && !/\p{L}/u.test(words[at - 1] ?? '') && !/\p{L}/u.test(words[at + term.length] ?? '');
}
