import { type Locale, languageOf } from '@fairlead/contract';
import { identifyLanguage } from '@fairlead/understanding';

/** The language a customer writes, without region; where the text tells nothing, the page's. */
export const detectLanguage = (text: string, page: Locale): string =>
  languageOf(identifyLanguage(text, page).language);
