import type { Glossary } from './search-types.ts';

/** A term of a concept as it is written. */
export interface GlossaryTerm {
  readonly text: string;
  /** None for names that stand in all languages. */
  readonly language: string | undefined;
}

/** All terms of each concept, then of each coin, then of each network. */
export const glossaryTerms = ({ concepts, assets, networks }: Glossary): GlossaryTerm[][] => [
  ...concepts.map(({ terms }) =>
    Object.entries(terms).flatMap(([locale, texts]) =>
      texts.map((text) => ({ text, language: locale.split('-')[0] })),
    ),
  ),
  ...assets.map(({ ticker, names }) => namesOf(ticker, names)),
  ...networks.map(({ id, names }) => namesOf(id, names)),
];

const namesOf = (name: string, others: readonly string[]): GlossaryTerm[] =>
  [name, ...others].map((text) => ({ text, language: undefined }));
