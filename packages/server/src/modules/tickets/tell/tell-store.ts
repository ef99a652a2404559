import { channels, tellingKinds, tellTroubles } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Choice, Told } from './way.ts';

const channel = z.enum(channels);

/** How the customer of a ticket chose to be told of it; null where they look at the page only. */
export async function findChoice(reader: Reader, ticketId: string): Promise<Choice | null> {
  const row = await reader.sql
    .selectFrom('ticket_addresses as a')
    .leftJoin('inboxes as i', 'i.id', 'a.inbox_id')
    .select(['a.email', 'a.inbox_id', 'a.bound_at', 'a.chosen_at', 'i.channel'])
    .where('a.ticket_id', '=', ticketId)
    .executeTakeFirst();
  if (!row) return null;
  const chosenAt = row.chosen_at;
  // First: a node of an earlier release writes nothing else.
  if (row.email !== null) return { by: 'email', address: row.email, chosenAt };
  if (row.inbox_id === null || row.bound_at === null) return null;
  return {
    by: 'chat',
    inboxId: row.inbox_id,
    channel: channel.parse(row.channel),
    boundAt: row.bound_at,
    chosenAt,
  };
}

/** Those of these tickets whose customers chose to be told. */
export async function withChoice(reader: Reader, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0) return new Set();
  const rows = await reader.sql
    .selectFrom('ticket_addresses')
    .select('ticket_id')
    .where('ticket_id', '=', (of) => of.fn.any(of.val(ticketIds as string[])))
    .execute();
  return new Set(rows.map((row) => row.ticket_id));
}

/** Keeps how to tell the customer of a ticket; null: not at all. */
export async function saveChoice(
  tx: Tx,
  ticketId: string,
  choice: { email: string } | { inboxId: string; boundAt: Date } | null,
): Promise<void> {
  if (choice === null) {
    await tx.sql.deleteFrom('ticket_addresses').where('ticket_id', '=', ticketId).execute();
    return;
  }
  const byEmail = 'email' in choice;
  const chosen = {
    email: byEmail ? choice.email : null,
    inbox_id: byEmail ? null : choice.inboxId,
    bound_at: byEmail ? null : choice.boundAt,
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
    .columns(['ticket_id', 'email', 'inbox_id', 'bound_at', 'chosen_at'])
    .expression((of) =>
      of
        .selectFrom('ticket_addresses')
        .select((it) => [it.val(ticketId).as('ticket_id'), 'email', 'inbox_id', 'bound_at', 'chosen_at'])
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
export async function noteTold(tx: Tx, ticketId: string, occasion: string, told: Told): Promise<void> {
  await tx.sql
    .insertInto('ticket_letters')
    .values({ ticket_id: ticketId, occasion, sent_at: tx.now, ...told })
    .onConflict((conflict) => conflict.columns(['ticket_id', 'occasion']).doNothing())
    .execute();
}

/** What the customer of a ticket was told last. */
export async function lastTold(reader: Reader, ticketId: string): Promise<(Told & { at: Date }) | null> {
  const row = await reader.sql
    .selectFrom('ticket_letters')
    .select(['kind', 'way', 'channel', 'trouble', 'reason', 'sent_at'])
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
        at: row.sent_at,
      }
    : null;
}
