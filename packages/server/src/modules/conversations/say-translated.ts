import { formatMessage, type Locale, languageOf } from '@fairlead/contract';
import { wireCatalogue } from '../../platform/catalogues.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { customerLocale } from './customer-locale.ts';

/** The line by which a customer learns, in their language, that a reply is a translation. Pure. */
export function translatedLine(from: Locale, to: Locale): string {
  // "Chinese": which script or region it was written in says nothing to whoever does not read it.
  const language = new Intl.DisplayNames(to, { type: 'language' }).of(languageOf(from)) ?? from;
  return formatMessage(to, wireCatalogue(to)['translation.mark'] ?? '', { language });
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
