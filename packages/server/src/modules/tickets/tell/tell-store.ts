import { channels, type TellTrouble, tellingKinds, tellTroubles } from '@fairlead/contract';
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { TicketRecord } from '../ticket.ts';
import type { Choice, Told } from './way.ts';

const channel = z.enum(channels);

/**
 * How the customer of a ticket chose to be told of it; null where they look at the page only. Where they chose nothing, the live chat is the usual way for what
 * was begun there.
 */
export async function findChoice(
  reader: Reader,
  { id, channel: of }: Pick<TicketRecord, 'id' | 'channel'>,
): Promise<Choice | null> {
  const row = await reader.sql
    .selectFrom('ticket_addresses as a')
    .leftJoin('inboxes as i', 'i.id', 'a.inbox_id')
    .select(['a.email', 'a.inbox_id', 'a.bound_at', 'a.live_chat', 'a.chosen_at', 'i.channel'])
    .where('a.ticket_id', '=', id)
    .executeTakeFirst();
  if (!row) return of === 'chat' ? { by: 'live_chat', chosenAt: null } : null;
  const chosenAt = row.chosen_at;
  // First: a node of an earlier release writes nothing else.
  if (row.email !== null) return { by: 'email', address: row.email, chosenAt };
  if (row.live_chat) return { by: 'live_chat', chosenAt };
  if (row.inbox_id === null || row.bound_at === null) return null;
  return {
    by: 'chat',
    inboxId: row.inbox_id,
    channel: channel.parse(row.channel),
    boundAt: row.bound_at,
    chosenAt,
  };
}

/** Those of these tickets whose customers are to be told: they chose so, or it is usual. */
export async function withChoice(reader: Reader, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0) return new Set();
  const rows = await reader.sql
    .selectFrom('tickets as t')
    .leftJoin('ticket_addresses as a', 'a.ticket_id', 't.id')
    .select('t.id')
    .where('t.id', '=', (of) => of.fn.any(of.val(ticketIds as string[])))
    .where((of) => of.or([of('a.email', 'is not', null), of('a.inbox_id', 'is not', null), inLiveChat]))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Told in the live chat, of a ticket `t` and what was chosen for it, `a`. */
const inLiveChat = sql<SqlBool>`coalesce(a.live_chat, t.channel = 'chat' and t.customer_id is not null)`;

/** Whether a customer has a case that goes on and is told of in the live chat. */
export async function expectsNews(reader: Reader, customerId: string): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('tickets as t')
    .leftJoin('ticket_addresses as a', 'a.ticket_id', 't.id')
    .select('t.id')
    .where('t.customer_id', '=', customerId)
    .where('t.status', '<>', 'closed')
    .where('t.parent_id', 'is', null)
    .where(inLiveChat)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps how to tell the customer of a ticket; null: on the page only, also where another way is usual. */
export async function saveChoice(
  tx: Tx,
  ticketId: string,
  choice: { email: string } | { inboxId: string; boundAt: Date } | 'live_chat' | null,
): Promise<void> {
  const named = choice === 'live_chat' ? null : choice;
  const chat = named && 'inboxId' in named ? named : null;
  const chosen = {
    email: named && 'email' in named ? named.email : null,
    inbox_id: chat?.inboxId ?? null,
    bound_at: chat?.boundAt ?? null,
    live_chat: choice === 'live_chat',
    chosen_at: tx.now,
  };
  await tx.sql
    .insertInto('ticket_addresses')
    .values({ ticket_id: ticketId, ...chosen })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(chosen))
    .execute();
}

/** The customer of a ticket is told as they are of another, from which it goes on. */
export async function inheritChoice(tx: Tx, ticketId: string, fromId: string): Promise<void> {
  await tx.sql
    .insertInto('ticket_addresses')
    .columns(['ticket_id', 'email', 'inbox_id', 'bound_at', 'live_chat', 'chosen_at'])
    .expression((of) =>
      of
        .selectFrom('ticket_addresses')
        .select((it) => [
          it.val(ticketId).as('ticket_id'),
          'email',
          'inbox_id',
          'bound_at',
          'live_chat',
          'chosen_at',
        ])
        .where('ticket_id', '=', fromId),
    )
    .onConflict((conflict) => conflict.column('ticket_id').doNothing())
    .execute();
}

/** Whether an occasion was told of, or could not be. */
export async function wasTold(reader: Reader, ticketId: string, occasion: string): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('ticket_letters')
    .select('sent_at')
    .where('ticket_id', '=', ticketId)
    .where('occasion', '=', occasion)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes down how an occasion was told of. */
export async function noteTold(
  tx: Tx,
  ticketId: string,
  occasion: string,
  { place, ...told }: Told,
): Promise<void> {
  const stands = { conversation_id: place?.conversationId ?? null, public_seq: place?.publicSeq ?? null };
  await tx.sql
    .insertInto('ticket_letters')
    .values({ ticket_id: ticketId, occasion, sent_at: tx.now, ...told, ...stands })
    .onConflict((conflict) => conflict.columns(['ticket_id', 'occasion']).doNothing())
    .execute();
}

/** An occasion that was told of in the live chat was told of by a letter, too, as nobody read it there. */
export async function noteUnread(tx: Tx, ticketId: string, occasion: string): Promise<void> {
  await tx.sql
    .updateTable('ticket_letters')
    .set({ way: 'email', trouble: 'unread' satisfies TellTrouble })
    .where('ticket_id', '=', ticketId)
    .where('occasion', '=', occasion)
    .execute();
}

/** What the customer of a ticket was told last. */
export async function lastTold(
  reader: Reader,
  ticketId: string,
): Promise<(Told & { at: Date; occasion: string }) | null> {
  const row = await reader.sql
    .selectFrom('ticket_letters')
    .select([
      'occasion',
      'kind',
      'way',
      'channel',
      'trouble',
      'reason',
      'sent_at',
      'conversation_id',
      'public_seq',
    ])
    .where('ticket_id', '=', ticketId)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sent_at
    ? {
        kind: z.enum(tellingKinds).nullable().parse(row.kind),
        way: z.enum(['email', 'chat', 'nothing']).parse(row.way),
        channel: channel.nullable().parse(row.channel),
        trouble: z.enum(tellTroubles).nullable().parse(row.trouble),
        reason: row.reason,
        place:
          row.conversation_id !== null && row.public_seq !== null
            ? { conversationId: row.conversation_id, publicSeq: row.public_seq }
            : null,
        at: row.sent_at,
        occasion: row.occasion,
      }
    : null;
}
