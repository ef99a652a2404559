import type { Glossary, SearchDocument } from '@fairlead/search';

/** Numbers from 0 to 1 that are the same at every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A language with words that do not exist, used as often as words are: the second half as often as the first, and so on (Zipf's law). */
export interface InventedLanguage {
  readonly locale: string;
  readonly gap: string;
  /** A word as texts use it. */
  word(): string;
  /** A word that says what a text is about, which the commonest do not. */
  topic(): string;
  /** Words one behind the other. */
  text(length: number): string;
}

const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo wa ex is on ul er'.split(' ');
/** Most of what is written in Chinese needs fewer words. */
const vocabularySizes = { en: 20_000, 'zh-CN': 4000 };
const commonest = 150;

/** English-like: words of two to four syllables. Chinese-like: words of two characters. */
export function inventLanguage(locale: 'en' | 'zh-CN', random: () => number): InventedLanguage {
  const gap = locale === 'en' ? ' ' : '';
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const characters = Array.from({ length: 2500 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7));
  const size = vocabularySizes[locale];
  const vocabulary = Array.from({ length: size }, () =>
    locale === 'en'
      ? Array.from({ length: 2 + Math.floor(random() * 3) }, () => any(syllables)).join('')
      : any(characters) + any(characters),
  );
  const word = () => vocabulary[Math.floor(size ** random()) - 1] ?? '';
  const topic = () => vocabulary[Math.floor(commonest * (size / commonest) ** random()) - 1] ?? '';
  const text = (length: number) => Array.from({ length }, word).join(gap);
  return { locale, gap, word, topic, text };
}

/** An article of the usual size: about 350 words. */
export function inventArticle(language: InventedLanguage, number: number): SearchDocument {
  return {
    id: `article-${number}`,
    locale: language.locale,
    title: language.text(6),
    summary: language.text(18),
    headings: [language.text(3), language.text(4), language.text(4)],
    body: language.text(320),
    tags: [language.word(), language.word()],
    category: `category-${number % 11}`,
  };
}

/** A glossary of the real one's size: what means the same has four terms. */
export const inventGlossary = (language: InventedLanguage): Glossary => ({
  concepts: Array.from({ length: 170 }, (_, at) => ({
    id: `concept-${at}`,
    terms: {
      [language.locale]: [
        ...Array.from({ length: 3 }, () => language.topic()),
        [language.topic(), language.word()].join(language.gap),
      ],
    },
  })),
  assets: [],
  networks: [],
});
