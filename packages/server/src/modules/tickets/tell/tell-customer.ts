import { channels, tellingKinds, tellTroubles } from '@fairlead/contract';
import { z } from 'zod';
import type { Attempt, JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { tellChat } from '../../channels/index.ts';
import { findConversation } from '../../conversations/index.ts';
import type { NextUpdate } from '../next-update.ts';
import { isOwn, saysMore } from '../portal-rules.ts';
import type { TicketRecord } from '../ticket.ts';
import { findTicket } from '../ticket-store.ts';
import { noted } from './note-told.ts';
import { provenOf, readWay } from './read-way.ts';
import { letterOf, newsInChat } from './say-news.ts';
import { tellInLiveChat } from './tell-in-live-chat.ts';
import { wasTold } from './tell-store.ts';
import type { Told, Way } from './way.ts';

const orderData = z.object({
  ticketId: z.uuid(),
  kind: z.enum(tellingKinds),
  occasion: z.string(),
  /** When it happened. */
  at: z.iso.datetime().optional(),
  /** The chat that was chosen was not reached. */
  instead: z
    .object({ channel: z.enum(channels), trouble: z.enum(tellTroubles), reason: z.string().nullable() })
    .optional(),
});
export type TellOrder = z.infer<typeof orderData>;

/** An occasion (an event) is told of once. Named after the letters that were all there was. */
export const tellCustomerJob: JobType<TellOrder> = {
  name: 'tickets.portal_letter',
  schema: orderData,
  retries: 8,
  key: ({ ticketId, occasion }) => `${ticketId}:${occasion}`,
};

/**
 * Tells a customer of an occasion, by the way that they chose. Where a chat is not reached for good, or at the last attempt, they get a letter where it is proven
 * that they read it, which is an order of its own, and otherwise find it in the portal. A crash between the yes of the mail server or the platform and our note of it
 * says the same twice; nothing can close that window, but for templates, which their platform takes once.
 */
export async function tellCustomer(
  platform: Platform,
  nextUpdate: NextUpdate,
  order: TellOrder,
  { last }: Attempt,
): Promise<void> {
  const { ticketId, kind, occasion, at, instead } = order;
  const reader = platform.database.reader();
  const ticket = await findTicket(reader, ticketId);
  if (!ticket || !isOwn(ticket) || (await wasTold(reader, ticketId, occasion))) return;
  if (kind === 'answered' && at && saysMore(ticket, new Date(at))) return;
  const note = (told: Partial<Told> & Pick<Told, 'way'>) =>
    noted(platform, ticket, occasion, {
      kind,
      channel: null,
      trouble: null,
      reason: null,
      place: null,
      ...told,
    });

  const news = { kind, occasion, at, updateBy: await nextUpdate(ticketId) };

  if (instead) return tellByLetter(await provenOf(platform, ticket), instead);
  const { choice, way, ended } = await readWay(reader, platform, ticket);
  if (!choice) return;
  if (ended && choice.by === 'chat')
    return tellByLetter(way?.by === 'email' ? way.address : null, {
      channel: choice.channel,
      trouble: 'disconnected',
      reason: null,
    });
  if (way?.by === 'email') return platform.mail.configured ? tellByLetter(way.address) : undefined;
  if (way?.by === 'chat') return tellInChat(way);
  if (way?.by === 'live_chat') {
    if (kind === 'answered' && (await answersThere(platform, ticket, { channel: 'chat' }))) return;
    if (await tellInLiveChat(platform, ticket, news)) return;
    return tellByLetter(await provenOf(platform, ticket), {
      channel: 'chat',
      trouble: 'inbox_closed',
      reason: null,
    });
  }

  async function tellByLetter(to: string | null, missed?: TellOrder['instead']): Promise<void> {
    if (to === null || !ticket) return note({ way: 'nothing', ...missed });
    await platform.mail.send(await letterOf(platform, ticket, news, to));
    return note({ way: 'email', ...missed });
  }

  async function tellInChat(chat: Extract<Way, { by: 'chat' }>): Promise<void> {
    if (!ticket || (kind === 'answered' && (await answersThere(platform, ticket, chat)))) return;
    const { channel, inboxId, address, boundAt } = chat;
    const outcome = await tellChat(
      platform,
      { inboxId, address, wroteBy: boundAt },
      await newsInChat(platform, ticket, news),
    );
    if (outcome.state === 'told') return note({ way: 'chat', channel });
    if (outcome.state === 'retry' && !last) throw new Error(outcome.reason);
    const trouble = outcome.state === 'retry' ? 'no_answer' : outcome.why;
    const missed = { channel, trouble, reason: outcome.reason } as const;
    if ((await provenOf(platform, ticket)) === null) return note({ way: 'nothing', ...missed });
    // The letter has all its attempts, and the chat none any more.
    await platform.database.write((tx) =>
      platform.jobs.enqueue(tx, tellCustomerJob, { ...order, instead: missed }),
    );
  }
}

/** Whether agents' answers go to that very chat, as the ticket's conversation is held there. */
async function answersThere(
  { database }: Platform,
  { conversationId }: TicketRecord,
  chat: { inboxId: string } | { channel: 'chat' },
): Promise<boolean> {
  const conversation = conversationId && (await findConversation(database.reader(), conversationId));
  if (!conversation) return false;
  return 'inboxId' in chat ? conversation.inboxId === chat.inboxId : conversation.channel === chat.channel;
}
