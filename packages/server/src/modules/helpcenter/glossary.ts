import { readFileSync } from 'node:fs';
import type { Glossary } from '@fairlead/search';
import type { GlossaryFollower } from '../translation/index.ts';

/** The words of the exchange in every language as they came along: `articles/glossary.json`. */
export const glossary: Glossary = JSON.parse(
  readFileSync(new URL('../../../../../articles/glossary.json', import.meta.url), 'utf8'),
) as Glossary;

/** What searches find by what is called otherwise: the concepts that administrators keep, and the coins and networks that came along. */
export interface SearchWords {
  current(): Glossary;
  /** Calls back once it is another one: what was indexed by the former is stale. */
  onChange(listener: () => void): void;
}

/** Searches go by the glossary that is kept in the console. */
export function searchWordsOf(follower: Pick<GlossaryFollower, 'current' | 'onChange'>): SearchWords {
  let held: { version: number; words: Glossary } = { version: 0, words: glossary };
  return {
    current() {
      const { version, concepts } = follower.current();
      if (version !== held.version)
        held = { version, words: version === 0 ? glossary : { ...glossary, concepts } };
      return held.words;
    },
    onChange: (listener) => follower.onChange(listener),
  };
}
