import type { Channel } from '@fairlead/contract';
import { z } from 'zod';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { StoredRequest } from './port.ts';

/** A request that waits to be understood. */
export interface Payload {
  id: string;
  inboxId: string;
  channel: Channel;
  /** Attempts before this one. */
  attempts: number;
  request: StoredRequest;
}

const requestColumn = z.object({
  headers: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()),
  session: z.object({ customerId: z.string(), inboxId: z.string() }).nullable(),
});

/** Keeps a request. Nobody else takes it up before `until`. */
export async function insertPayload(
  tx: Tx,
  payload: Omit<Payload, 'id' | 'attempts'>,
  until: Date,
): Promise<Payload> {
  const id = newId();
  const { headers, query, session, body, receivedAt } = payload.request;
  await tx.sql
    .insertInto('inbound_payloads')
    .values({
      id,
      inbox_id: payload.inboxId,
      channel: payload.channel,
      received_at: receivedAt,
      request: JSON.stringify({ headers, query, session }),
      body: Buffer.from(body),
      state: 'received',
      next_attempt_at: until,
    })
    .execute();
  return { ...payload, id, attempts: 0 };
}

/** Takes up to `limit` requests that are due, oldest first. Nobody else takes them before `until`. */
export async function claimPayloads(tx: Tx, until: Date, limit: number): Promise<Payload[]> {
  const rows = await tx.sql
    .with('due', (of) =>
      of
        .selectFrom('inbound_payloads')
        .select('id')
        .where('state', '=', 'received')
        .where('next_attempt_at', '<=', tx.now)
        .orderBy('next_attempt_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('inbound_payloads as p')
    .from('due')
    .whereRef('p.id', '=', 'due.id')
    .set({ next_attempt_at: until })
    .returning(['p.id', 'p.inbox_id', 'p.channel', 'p.received_at', 'p.request', 'p.body', 'p.attempts'])
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      inboxId: row.inbox_id,
      channel: row.channel as Channel,
      attempts: row.attempts,
      request: { ...requestColumn.parse(row.request), body: row.body, receivedAt: row.received_at },
    }))
    .sort((a, b) => a.request.receivedAt.getTime() - b.request.receivedAt.getTime());
}

export async function markIngested(tx: Tx, id: string): Promise<void> {
  await tx.sql
    .updateTable('inbound_payloads')
    .set({ state: 'ingested', next_attempt_at: null, error: null })
    .where('id', '=', id)
    .execute();
}

/** Records why a request was not taken in; without a next attempt it is given up, and stays with the reason. */
export async function markFailure(
  tx: Tx,
  payload: Payload,
  error: string,
  nextAttemptAt: Date | null,
): Promise<void> {
  await tx.sql
    .updateTable('inbound_payloads')
    .set({
      state: nextAttemptAt ? 'received' : 'failed',
      attempts: payload.attempts + 1,
      next_attempt_at: nextAttemptAt,
      error: error.slice(0, 2000),
    })
    .where('id', '=', payload.id)
    .execute();
}
