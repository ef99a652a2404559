import type { Locale, MessageSource } from '@fairlead/contract';
import type { NewsItem } from '../../announcements/index.ts';
import type { Words } from '../assistant-words.ts';

/**
 * What was announced, in its own words: its title and summary with the day on which it came out, each with its page as the source. Nothing in it is anybody's
 * words but the announcement's. Pure.
 */
export function newsAnswer(
  news: readonly NewsItem[],
  { locale, timeZone, words }: { locale: Locale; timeZone: string; words: Words },
): { readonly text: string; readonly sources: readonly MessageSource[] } {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  return {
    text: news
      .map(({ title, summary, publishedAt }) =>
        [words(locale, 'announced', { date: day.format(publishedAt) }), title, summary]
          .filter((it) => it !== '')
          .join('\n'),
      )
      .join('\n\n'),
    sources: news.map(({ title, address }) => ({ title, url: address })),
  };
}
