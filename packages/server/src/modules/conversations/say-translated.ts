import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Catalogue, formatMessage, type Locale, languageOf, locales } from '@fairlead/contract';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { customerLocale } from './customer-locale.ts';

const { resolve } = createRequire(import.meta.url);
const marks = Object.fromEntries(
  locales.map((locale) => {
    const path = resolve(`@fairlead/contract/locales/${locale}.json`);
    return [locale, (JSON.parse(readFileSync(path, 'utf8')) as Catalogue)['translation.mark'] ?? ''];
  }),
) as Record<Locale, string>;

/** The line by which a customer learns, in their language, that a reply is a translation. Pure. */
export function translatedLine(from: Locale, to: Locale): string {
  // "Chinese": which script or region it was written in says nothing to whoever does not read it.
  const language = new Intl.DisplayNames(to, { type: 'language' }).of(languageOf(from)) ?? from;
  return formatMessage(to, marks[to], { language });
}

/** What a message says where nothing but text goes: with the line that it is a translation, where its reader is told so. Pure. */
export function sayTranslated<T extends Pick<MessageRecord, 'text' | 'translatedFrom'>>(
  message: T,
  conversation: Pick<ConversationRecord, 'language' | 'locale'>,
): T {
  if (message.translatedFrom === null || message.text === '') return message;
  const line = translatedLine(message.translatedFrom, customerLocale(conversation));
  return { ...message, text: `${message.text}\n\n${line}` };
}
