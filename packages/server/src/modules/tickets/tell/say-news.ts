import type { TellingKind } from '@fairlead/contract';
import type { Letter } from '../../../platform/mail/mail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type ChatNews, organisationName } from '../../channels/index.ts';
import { noticeWords } from '../../conversations/index.ts';
import {
  antiPhishingCodeAt,
  customerTimeZone,
  hasProvenAddress,
  verifiedCustomer,
} from '../../people/index.ts';
import { chatNews, type NewsWords, ticketLetter } from '../portal-letters.ts';
import type { TicketRecord } from '../ticket.ts';

/** What a customer is told of. */
export interface News {
  readonly kind: TellingKind;
  /** Names it. */
  readonly occasion: string;
  /** When it happened. */
  readonly at?: string | undefined;
  /** By when they hear of the ticket next; null where nothing is owed. */
  readonly updateBy: Date | null;
}

/** News as a letter. */
export async function letterOf(
  platform: Platform,
  ticket: TicketRecord,
  news: News,
  to: string,
): Promise<Letter> {
  const { customerId } = ticket;
  const reader = platform.database.reader();
  const code = customerId && (await antiPhishingCodeAt(reader, platform.keys, customerId, to));
  return ticketLetter(news.kind, { ...(await wordsOf(platform, ticket, news)), to, code });
}

/** News as a message in a chat on a platform, and as a template there. */
export async function newsInChat(platform: Platform, ticket: TicketRecord, news: News): Promise<ChatNews> {
  const { kind, occasion, at } = news;
  const words = await wordsOf(platform, ticket, news);
  const time = at ? new Date(at) : platform.clock.now();
  const values = {
    number: `#${ticket.number}`,
    status: noticeWords(words.locale, kind),
    time,
    organisation: words.organisation,
  };
  return {
    text: chatNews(kind, words),
    notice: { key: occasion, kind: 'status' as const, values, link: linkOf(platform, ticket) },
  };
}

/** News as a line in the live chat; without the way to the ticket's page for a visitor, who cannot come in there. */
export async function newsInLiveChat(
  platform: Platform,
  ticket: TicketRecord & { readonly customerId: string },
  news: News,
): Promise<string> {
  const reader = platform.database.reader();
  const comesIn =
    (await verifiedCustomer(reader, ticket.customerId)) !== null ||
    (await hasProvenAddress(reader, ticket.customerId));
  const words = await wordsOf(platform, ticket, news);
  return chatNews(news.kind, comesIn ? words : { ...words, link: null });
}

const linkOf = ({ publicUrl }: Platform, { id }: TicketRecord) => `${publicUrl}/portal/tickets/${id}`;

async function wordsOf(
  platform: Platform,
  ticket: TicketRecord,
  { updateBy }: News,
): Promise<NewsWords & { link: string }> {
  const { customerId, locale, number } = ticket;
  const reader = platform.database.reader();
  const timeZone = (customerId && (await customerTimeZone(reader, customerId))) ?? 'UTC';
  return {
    locale,
    number,
    organisation: await organisationName(reader),
    link: linkOf(platform, ticket),
    nextUpdate: updateBy && { at: updateBy, timeZone },
  };
}
