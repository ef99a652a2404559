import { isMappedIntent, type Locale, type MappedIntent } from '@fairlead/contract';
import { glossary } from '../../helpcenter/index.ts';
import type { QuestionLine } from './question-store.ts';

/** A mean probability from which an intent is what questions are about. */
const likely = 0.25;
/** Terms that a name has at most, and the share of the questions that speak of each. */
const [mostTerms, leastShare] = [3, 0.3];

/** What a cluster is called: the intent that is likely, and what its questions speak of. */
export interface ClusterName {
  readonly intent: MappedIntent | null;
  readonly terms: string[];
}

const words = new Map(glossary.concepts.map(({ id, terms }) => [id, terms]));

/**
 * Names questions of one matter in a language: by the intent that they are most likely about, and by the things of the glossary that more of them
 * speak of than of all questions do (`everywhere`: the share of all that speak of it). Pure.
 */
export function nameCluster(
  questions: ReadonlyArray<Pick<QuestionLine, 'features'>>,
  locale: Locale,
  everywhere: (concept: string) => number,
): ClusterName {
  const total = questions.length || 1;
  const sums = new Map<string, number>();
  const spoken = new Map<string, number>();
  for (const { features } of questions) {
    for (const [label, probability] of features.guesses)
      sums.set(label, (sums.get(label) ?? 0) + probability / total);
    for (const concept of features.concepts) spoken.set(concept, (spoken.get(concept) ?? 0) + 1 / total);
  }
  const [best] = [...sums].filter(([label]) => label !== 'out_of_scope').toSorted((a, b) => b[1] - a[1]);
  const intent = best && best[1] >= likely && isMappedIntent(best[0]) ? best[0] : null;
  const terms = [...spoken]
    .filter(([, share]) => share >= leastShare)
    .map(([concept, share]) => ({
      name: termOf(concept, locale),
      worth: share - everywhere(concept) / 2,
      concept,
    }))
    .toSorted((a, b) => b.worth - a.worth || (a.concept < b.concept ? -1 : 1))
    .flatMap(({ name }) => (name === undefined ? [] : [name]));
  return { intent, terms: [...new Set(terms)].slice(0, mostTerms) };
}

/** What a thing of the glossary is called in a language, else in English. What only the lexicon knows has no name: its words are beginnings. */
function termOf(concept: string, locale: Locale): string | undefined {
  const of = words.get(concept);
  return of?.[locale]?.[0] ?? of?.['en']?.[0];
}
