/** The languages that the cards tell of. */
const cultureLanguages = [
  'zh',
  'en',
  'ja',
  'ko',
  'ru',
  'es',
  'vi',
  'pt',
  'tr',
  'id',
  'th',
  'fr',
  'de',
  'ar',
] as const;

/** Whether there is a card for a language without region. */
export const isCultureLanguage = (language: string): language is (typeof cultureLanguages)[number] =>
  cultureLanguages.some((it) => it === language);
