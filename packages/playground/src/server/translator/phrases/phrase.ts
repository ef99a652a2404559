/** What the service takes, as LibreTranslate names it: the languages of the product, whether or not there are phrases in them. */
export const bookLanguages = {
  ar: 'Arabic',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  id: 'Indonesian',
  ja: 'Japanese',
  ko: 'Korean',
  'pt-BR': 'Portuguese (Brazil)',
  ru: 'Russian',
  th: 'Thai',
  tr: 'Turkish',
  vi: 'Vietnamese',
  'zh-Hans': 'Chinese',
  'zh-Hant': 'Chinese (traditional)',
} as const;
export type BookLanguage = keyof typeof bookLanguages;

type Wordings = string | readonly [string, ...string[]];

/**
 * One thing that is said, in some languages. `{0.5 ETH}` is what may stand there in its place, the same in each language; where a language leaves it out, it reads as it
 * stands here. Of several wordings the first is what the book says, and all are what it understands. No number stands outside of braces: behind marks nobody sees it.
 */
export type Phrase = Readonly<Partial<Record<BookLanguage, Wordings>>>;

/** The languages of the demo's phrases: those of the console. */
export const demoLanguages = ['en', 'zh-Hans', 'ja', 'ko', 'ru', 'es', 'vi'] as const;
export type DemoPhrase = Readonly<Record<(typeof demoLanguages)[number], Wordings>>;
