import { channels, tellingKinds, tellTroubles } from '@fairlead/contract';
import { z } from 'zod';
import type { Attempt, JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationName, tellChat } from '../../channels/index.ts';
import { findConversation, noticeWords } from '../../conversations/index.ts';
import { antiPhishingCodeAt } from '../../people/index.ts';
import { hintTicket } from '../hints.ts';
import { chatNews, ticketLetter } from '../portal-letters.ts';
import { saysMore } from '../portal-rules.ts';
import { presentTickets } from '../present-tickets.ts';
import type { TicketRecord } from '../ticket.ts';
import { findTicket } from '../ticket-store.ts';
import { provenAddress, readWay } from './read-way.ts';
import { noteTold, wasTold } from './tell-store.ts';
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
export async function tellCustomer(platform: Platform, order: TellOrder, { last }: Attempt): Promise<void> {
  const { ticketId, kind, occasion, at, instead } = order;
  const reader = platform.database.reader();
  const ticket = await findTicket(reader, ticketId);
  if (!ticket || (await wasTold(reader, ticketId, occasion))) return;
  if (kind === 'answered' && at && saysMore(ticket, new Date(at))) return;
  const note = (told: Partial<Told> & Pick<Told, 'way'>) =>
    noted(platform, ticket, occasion, { kind, channel: null, trouble: null, reason: null, ...told });

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

  async function tellByLetter(to: string | null, missed?: TellOrder['instead']): Promise<void> {
    if (to === null || !ticket) return note({ way: 'nothing', ...missed });
    await platform.mail.send(await letterTo(platform, ticket, kind, to));
    return note({ way: 'email', ...missed });
  }

  async function tellInChat(chat: Extract<Way, { by: 'chat' }>): Promise<void> {
    if (!ticket || (kind === 'answered' && (await answersThere(platform, ticket, chat)))) return;
    const { channel, inboxId, address, boundAt } = chat;
    const outcome = await tellChat(
      platform,
      { inboxId, address, wroteBy: boundAt },
      await newsOf(platform, ticket, order),
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

const provenOf = (platform: Platform, { customerId }: TicketRecord) =>
  customerId === null ? null : provenAddress(platform.database.reader(), platform, customerId);

/** Whether agents' answers go to that very chat, as the ticket's conversation is held there. */
async function answersThere(
  { database }: Platform,
  { conversationId }: TicketRecord,
  { inboxId }: { inboxId: string },
): Promise<boolean> {
  const conversation = conversationId && (await findConversation(database.reader(), conversationId));
  return conversation ? conversation.inboxId === inboxId : false;
}

const linkOf = ({ publicUrl }: Platform, { id }: TicketRecord) => `${publicUrl}/portal/tickets/${id}`;

async function letterTo(platform: Platform, ticket: TicketRecord, kind: TellOrder['kind'], to: string) {
  const reader = platform.database.reader();
  const organisation = await organisationName(reader);
  const { customerId } = ticket;
  const code = customerId && (await antiPhishingCodeAt(reader, platform.keys, customerId, to));
  return ticketLetter(kind, { ...ticket, to, organisation, link: linkOf(platform, ticket), code });
}

async function newsOf(platform: Platform, ticket: TicketRecord, { kind, occasion, at }: TellOrder) {
  const { locale, number } = ticket;
  const organisation = await organisationName(platform.database.reader());
  const link = linkOf(platform, ticket);
  const time = at ? new Date(at) : platform.clock.now();
  const values = { number: `#${number}`, status: noticeWords(locale, kind), time, organisation };
  return {
    text: chatNews(kind, { locale, number, organisation, link }),
    notice: { key: occasion, kind: 'status' as const, values, link },
  };
}

/** Writes it down, and says to whoever has the ticket on screen that there is something to see. */
function noted(platform: Platform, ticket: TicketRecord, occasion: string, told: Told): Promise<void> {
  return platform.database.write(async (tx) => {
    await noteTold(tx, ticket.id, occasion, told);
    const now = await findTicket(tx, ticket.id);
    const [view] = now ? await presentTickets(tx, [now]) : [];
    if (now && view) hintTicket(tx, platform.live, null, now, view);
  });
}
