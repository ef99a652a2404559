import { noticeChannels } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { closeThread, messagePosted, sayOnce, tellStatus } from '../conversations/index.ts';
import { verifiedCustomer } from '../people/index.ts';
import { ticketChanged, ticketOpened } from './events.ts';
import { broughtIn } from './import-ticket.ts';
import type { NextUpdate } from './next-update.ts';
import { removeOldCodes } from './portal-code-store.ts';
import { portalCodeJob, sendCode } from './portal-letters.ts';
import { lineOfChange } from './portal-rules.ts';
import { type TellOrder, tellCustomer, tellCustomerJob } from './tell/tell-customer.ts';
import { followUnread, lookIfReadJob } from './tell/tell-in-live-chat.ts';
import { findChoice, withChoice } from './tell/tell-store.ts';
import { isActive } from './ticket-rules.ts';
import { findTickets, latestOfConversations } from './ticket-store.ts';

/** Milliseconds. Whoever answers and settles the case at once causes one letter, about both. */
const patience = 30_000;

/** What customers are told of their tickets: lines in the thread, and news by letter or in a chat where they chose it. */
export function registerPortalReactions(platform: Platform, nextUpdate: NextUpdate): void {
  const { clock, database, jobs, relay } = platform;
  const actor = system('tickets.portal');

  relay.on(ticketChanged, 'tickets.tell_in_thread', async (events) => {
    const tickets = await findTickets(
      database.reader(),
      events.map((event) => event.subjectId),
    );
    const portal = new Map(
      tickets.flatMap(({ id, channel, conversationId, number, status }) =>
        channel === 'portal' && conversationId ? [[id, { conversationId, number, status }]] : [],
      ),
    );
    for (const { id, subjectId, payload, occurredAt, actor: by } of events) {
      const ticket = portal.get(subjectId);
      const { before, after } = payload;
      if (!ticket || before.status === after.status) continue;
      const key = lineOfChange(before.status, after.status, by.type === 'customer' ? 'customer' : 'us');
      await database.write(async (tx) => {
        const line = {
          key: key ?? 'ticket_open',
          params: { number: `${ticket.number}` },
          once: id,
          at: occurredAt,
        };
        if (key) await sayOnce(tx, platform, actor, ticket.conversationId, line);
        // It may be open again by the time it is told of.
        if (!isActive(after) && !isActive(ticket))
          await closeThread(tx, platform, ticket.conversationId, occurredAt, actor);
      });
    }
  });

  relay.on(ticketChanged, 'tickets.tell_on_platform', async (events) => {
    const changed = events.filter(
      ({ payload: { before, after }, actor: by }) => before.status !== after.status && by.type !== 'customer',
    );
    if (changed.length === 0) return;
    const reader = database.reader();
    const tickets = new Map(
      (
        await findTickets(
          reader,
          changed.map((it) => it.subjectId),
        )
      ).map((it) => [it.id, it]),
    );
    for (const { id, subjectId, payload, occurredAt } of changed) {
      const { status } = payload.after;
      const ticket = tickets.get(subjectId);
      if (!ticket?.conversationId || (status !== 'pending' && status !== 'solved')) continue;
      if (!noticeChannels.some((it) => it === ticket.channel)) continue;
      const { conversationId, number, customerId } = ticket;
      const choice = await findChoice(reader, ticket);
      // They are told there as they chose.
      if (choice?.by === 'chat' && choice.channel === ticket.channel) continue;
      const comesIn = customerId !== null && (await verifiedCustomer(reader, customerId)) !== null;
      const link = comesIn ? `${platform.publicUrl}/portal/tickets/${ticket.id}` : null;
      const told = { conversationId, key: id, number, status, at: occurredAt.toISOString(), link };
      await database.write((tx) => jobs.enqueue(tx, tellStatus, told));
    }
  });

  jobs.work(portalCodeJob, (data) => sendCode(platform, data));
  jobs.work(tellCustomerJob, (data, attempt) => tellCustomer(platform, nextUpdate, data, attempt));
  jobs.work(lookIfReadJob, (data) => followUnread(platform, nextUpdate, data));
  jobs.every('tickets.forget-codes', 600_000, () => database.write(removeOldCodes));

  const order = async (news: readonly TellOrder[], after?: Date) => {
    const chosen = await withChoice(
      database.reader(),
      news.map((it) => it.ticketId),
    );
    const due = news.filter((it) => chosen.has(it.ticketId));
    if (due.length > 0)
      await database.write((tx) => jobs.enqueueAll(tx, tellCustomerJob, due, after && { after }));
  };
  relay.on(ticketOpened, 'tickets.write_received', async (events) => {
    const opened = events.filter(({ payload }) => payload.source === 'portal');
    await order(opened.map(({ id, subjectId }) => ({ ticketId: subjectId, kind: 'received', occasion: id })));
  });
  relay.on(ticketChanged, 'tickets.write_status', (events) =>
    order(
      events.flatMap(({ id, subjectId, actor: by, cause, payload: { before, after } }): TellOrder[] => {
        if (before.status === after.status || by.type === 'customer' || cause === broughtIn) return [];
        if (after.status !== 'pending' && after.status !== 'on_hold' && after.status !== 'solved') return [];
        return [{ ticketId: subjectId, kind: after.status, occasion: id }];
      }),
    ),
  );
  relay.on(messagePosted, 'tickets.write_answered', async (events) => {
    const answers = events.filter(({ payload }) => payload.author === 'agent' && payload.kind === 'text');
    const threads = answers.map((event) => event.subjectId);
    const tickets = await latestOfConversations(database.reader(), threads);
    await order(
      answers.flatMap(({ id, subjectId, occurredAt }): TellOrder[] => {
        const ticketId = tickets.get(subjectId);
        return ticketId ? [{ ticketId, kind: 'answered', occasion: id, at: occurredAt.toISOString() }] : [];
      }),
      new Date(clock.now().getTime() + patience),
    );
  });
}
