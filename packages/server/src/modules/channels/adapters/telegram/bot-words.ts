import { defaultLocale, formatMessage, type MessageParams, nearestLocale } from '@fairlead/contract';
import { wireCatalogue } from '../../../../platform/catalogues.ts';

/** What the bot says by itself, in the language nearest to that of who wrote. */
export function botWords(
  language: string | undefined,
  key: 'channel.greeting' | 'channel.write_privately',
  params: MessageParams = {},
): string {
  const locale = (language && nearestLocale(language)) || defaultLocale;
  return formatMessage(locale, wireCatalogue(locale)[key] ?? '', params);
}
