import type { Channel } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { PollPlace } from '../port.ts';

const placeColumn = z.record(z.string(), z.string()).nullable();

/** Connected inboxes that may be asked for now, and how far they have read. */
export async function findPollable(
  reader: Reader,
  now: Date,
): Promise<Array<{ inboxId: string; channel: Channel; place: PollPlace | null }>> {
  const rows = await reader.sql
    .selectFrom('social_inboxes as s')
    .innerJoin('inboxes as i', 'i.id', 's.inbox_id')
    .select(['s.inbox_id', 's.polled', 'i.channel'])
    .where('i.enabled', '=', true)
    .where((of) => of.or([of('s.poll_after', 'is', null), of('s.poll_after', '<=', now)]))
    .orderBy('s.inbox_id')
    .execute();
  return rows.map((row) => ({
    inboxId: row.inbox_id,
    channel: row.channel as Channel,
    place: placeColumn.parse(row.polled),
  }));
}

/** Notes how far an inbox has read, in the transaction that keeps what was read. */
export async function savePollPlace(tx: Tx, inboxId: string, place: PollPlace): Promise<void> {
  await tx.sql
    .updateTable('social_inboxes')
    .set({ polled: JSON.stringify(place), last_contact_at: tx.now, last_error: null })
    .where('inbox_id', '=', inboxId)
    .execute();
}

/** Lets an inbox rest until then, as its platform asked for. */
export async function restUntil(tx: Tx, inboxId: string, until: Date): Promise<void> {
  await tx.sql
    .updateTable('social_inboxes')
    .set({ poll_after: until })
    .where('inbox_id', '=', inboxId)
    .execute();
}
