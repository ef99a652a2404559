import { type GlossaryConcept, type Locale, languageOf } from '@fairlead/contract';

/** A term of the exchange that a text uses, and how the other language may say it: the first one rather. */
export interface Term {
  readonly said: string;
  readonly texts: readonly string[];
}

/** Terms that are told to a provider at most: the longest ones, which say most. */
const most = 40;

/** The terms of the glossary that a text uses and that the other language has words for; each concept once, none within a longer one. Pure. */
export function findTerms(
  text: string,
  concepts: readonly GlossaryConcept[],
  from: Locale,
  to: Locale,
): Term[] {
  const known = concepts.flatMap(({ id, terms }) => {
    const texts = termsIn(terms, to);
    // Only what the glossary puts first is a term; what follows is what customers call it, too.
    return termsIn(terms, from).map((said, at) => ({ id, said, texts, counts: at < 2 && texts.length > 0 }));
  });
  const found = new Map<string, Term>();
  let words = ` ${fold(text)} `;
  for (const { id, said, texts, counts } of known.toSorted((a, b) => b.said.length - a.said.length)) {
    const term = fold(said);
    const at = placeOf(words, term);
    if (at < 0) continue;
    // What is said here says nothing else.
    words = words.replaceAll(term, '\u0000');
    if (counts && !found.has(id)) found.set(id, { said, texts });
  }
  return [...found.values()].slice(0, most);
}

function termsIn(terms: GlossaryConcept['terms'], locale: Locale): readonly string[] {
  return (
    terms[locale] ?? Object.entries(terms).find(([it]) => languageOf(it) === languageOf(locale))?.[1] ?? []
  );
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Where a term stands; -1 where it does not. Scripts without blanks have no ends of words. */
function placeOf(words: string, term: string): number {
  if (term.length < 2) return -1;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(term))
    return words.indexOf(term);
  for (let at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + 1))
    if (!/\p{L}/u.test(words[at - 1] ?? '') && !/\p{L}/u.test(words[at + term.length] ?? '')) return at;
  return -1;
}
