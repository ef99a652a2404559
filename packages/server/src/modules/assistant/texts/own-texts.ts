import { checkMessage, defaultLocale, type Locale, locales, type MessageProblem } from '@fairlead/contract';
import type { OwnTexts } from '../../exchange/index.ts';
import type { KeptSettings, KeptText } from '../settings/settings.ts';
import { shippedText, type TextSource } from './shipped-texts.ts';

/** What is wrong with a text that is to be said instead of a shipped one; undefined where there is no such text. Pure. */
export function problemsOf(locale: Locale, key: string, text: string): MessageProblem[] | undefined {
  const shipped = shippedText(locale, key);
  const english = shippedText(defaultLocale, key);
  if (shipped === undefined || english === undefined) return undefined;
  return checkMessage(text, { shipped, english, locale });
}

/** Whether it can be said: a text that has come to name other things than the shipped one would tell nonsense, so the shipped one goes out. */
export const fits = (locale: Locale, key: string, { text }: KeptText): boolean =>
  problemsOf(locale, key, text)?.length === 0;

/** What is said instead of shipped texts, of one source: looked up by the key alone. */
export function ownTextsOf(texts: KeptSettings['texts'], source: TextSource): OwnTexts {
  const prefix = `${source}.`;
  const book = new Map<string, string>();
  for (const locale of locales)
    for (const [key, kept] of Object.entries(texts[locale] ?? {}))
      if (key.startsWith(prefix) && fits(locale, key, kept))
        book.set(`${locale} ${key.slice(prefix.length)}`, kept.text);
  return (locale, key) => book.get(`${locale} ${key}`);
}
