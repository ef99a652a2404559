import { liveChatPatienceMinutes } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader } from '../../../platform/database/database.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findConversation, readTo, tellInChat } from '../../conversations/index.ts';
import type { NextUpdate } from '../next-update.ts';
import type { TicketRecord } from '../ticket.ts';
import { findTicket } from '../ticket-store.ts';
import { hintTelling } from './note-told.ts';
import { provenOf } from './read-way.ts';
import { letterOf, type News, newsInLiveChat } from './say-news.ts';
import { lastTold, noteTold, noteUnread } from './tell-store.ts';
import type { Told } from './way.ts';

const unreadData = z.object({ ticketId: z.uuid(), occasion: z.string() });

/** Looks whether news in the live chat was read by now. */
export const lookIfReadJob: JobType<z.infer<typeof unreadData>> = {
  name: 'tickets.look_if_read',
  schema: unreadData,
  retries: 8,
  key: ({ ticketId, occasion }) => `${ticketId}:${occasion}`,
};

/**
 * Tells the customer of a ticket something in the live chat, in one transaction with our note of it, so that it stands there once. False, with nothing written, where
 * they come to none.
 */
export async function tellInLiveChat(platform: Platform, ticket: TicketRecord, news: News): Promise<boolean> {
  const { customerId, id, conversationId, locale } = ticket;
  if (customerId === null) return false;
  const { clock, database, jobs } = platform;
  const { kind, occasion } = news;
  const text = await newsInLiveChat(platform, { ...ticket, customerId }, news);
  return database.write(async (tx) => {
    const once = `ticket:${occasion}`;
    const said = { text, once, by: 'tickets.portal', inThread: conversationId, locale };
    const place = await tellInChat(tx, platform, customerId, said);
    if (!place) return false;
    await noteTold(tx, id, occasion, {
      kind,
      way: 'chat',
      channel: 'chat',
      trouble: null,
      reason: null,
      place,
    });
    const after = new Date(clock.now().getTime() + liveChatPatienceMinutes * 60_000);
    await jobs.enqueue(tx, lookIfReadJob, { ticketId: id, occasion }, { after });
    await hintTelling(tx, platform, id);
    return true;
  });
}

/** Whether the customer has read what they were told in the live chat, there or on the ticket's page. Null for what they were told elsewhere. */
export async function wasRead(
  reader: Reader,
  ticket: Pick<TicketRecord, 'channel' | 'conversationId'>,
  { place }: Pick<Told, 'place'>,
): Promise<boolean | null> {
  if (place === null) return null;
  if (await readTo(reader, place)) return true;
  // Every news has a line on the page, in the thread of its own that a ticket of the portal has.
  const thread =
    ticket.channel === 'portal' && ticket.conversationId !== null
      ? await findConversation(reader, ticket.conversationId)
      : undefined;
  return thread !== undefined && thread.customerReadSeq >= thread.lastPublicSeq;
}

/**
 * Sends a letter after news that nobody has read in the live chat, where it is proven that they read letters; without one it waits for them there and on the ticket's
 * page. What was told of since then is looked after by itself, and says how the case stands.
 */
export async function followUnread(
  platform: Platform,
  nextUpdate: NextUpdate,
  { ticketId, occasion }: z.infer<typeof unreadData>,
): Promise<void> {
  const reader = platform.database.reader();
  const ticket = await findTicket(reader, ticketId);
  const last = await lastTold(reader, ticketId);
  if (!ticket || !last?.kind || last.occasion !== occasion || last.trouble !== null) return;
  if ((await wasRead(reader, ticket, last)) !== false) return;
  const to = await provenOf(platform, ticket);
  if (to === null) return;
  const news = { kind: last.kind, occasion, updateBy: await nextUpdate(ticketId) };
  await platform.mail.send(await letterOf(platform, ticket, news, to));
  await platform.database.write(async (tx) => {
    await noteUnread(tx, ticketId, occasion);
    await hintTelling(tx, platform, ticketId);
  });
}
