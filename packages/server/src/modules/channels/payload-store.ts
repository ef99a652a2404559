import type { Channel } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { WrappedKey } from '../../platform/crypto/wrapped-key.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { InboundPayloads } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { StoredRequest } from './port.ts';

/** A request that waits to be understood. */
export interface Payload {
  id: string;
  inboxId: string;
  channel: Channel;
  /** Attempts before this one. */
  attempts: number;
  request: StoredRequest;
  /** What its body is encrypted under; null where the body lies open. */
  key: WrappedKey | null;
}

const requestColumn = z.object({
  headers: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()),
  session: z.object({ customerId: z.string(), inboxId: z.string() }).nullable(),
});

const payloadOf = (row: Selectable<InboundPayloads>): Payload => ({
  id: row.id,
  inboxId: row.inbox_id,
  channel: row.channel as Channel,
  attempts: row.attempts,
  request: { ...requestColumn.parse(row.request), body: row.body, receivedAt: row.received_at },
  key: keyOf(row.data_key, row.data_key_under),
});

/** Keeps a request. Nobody else takes it up before `until`. */
export async function insertPayload(tx: Tx, payload: Payload, until: Date): Promise<void> {
  const { headers, query, session, body, receivedAt } = payload.request;
  await tx.sql
    .insertInto('inbound_payloads')
    .values({
      id: payload.id,
      inbox_id: payload.inboxId,
      channel: payload.channel,
      received_at: receivedAt,
      request: JSON.stringify({ headers, query, session }),
      body: Buffer.from(body),
      data_key: payload.key?.dataKey ?? null,
      data_key_under: payload.key?.dataKeyUnder ?? null,
      state: 'received',
      next_attempt_at: until,
    })
    .execute();
}

/** Keeps several small ones in one statement: bodies are written out as text. */
export async function insertPayloads(tx: Tx, payloads: readonly Payload[], until: Date): Promise<void> {
  const column = <T>(of: (payload: Payload) => T) => payloads.map(of);
  await sql`${prepared}
    insert into inbound_payloads
      (id, inbox_id, channel, received_at, request, body, data_key, data_key_under, state, next_attempt_at)
    select id, inbox_id, channel, received_at, request::jsonb, decode(body, 'base64'), data_key, data_key_under,
      'received', ${until}::timestamptz
    from unnest(
      ${column((it) => it.id)}::uuid[], ${column((it) => it.inboxId)}::uuid[], ${column((it) => it.channel)}::text[],
      ${column((it) => it.request.receivedAt)}::timestamptz[],
      ${column(({ request: { headers, query, session } }) => JSON.stringify({ headers, query, session }))}::text[],
      ${column((it) => Buffer.from(it.request.body).toString('base64'))}::text[],
      ${column((it) => it.key?.dataKey ?? null)}::text[], ${column((it) => it.key?.dataKeyUnder ?? null)}::text[]
    ) as it (id, inbox_id, channel, received_at, request, body, data_key, data_key_under)
  `.execute(tx.sql);
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
    .returningAll('p')
    .execute();
  return rows.map(payloadOf).sort((a, b) => a.request.receivedAt.getTime() - b.request.receivedAt.getTime());
}

/** A body as it is kept, and what it is encrypted under; undefined for what is not kept. */
export async function findBody(
  reader: Reader,
  id: string,
): Promise<{ body: Buffer; key: WrappedKey | null } | undefined> {
  const row = await reader.sql
    .selectFrom('inbound_payloads')
    .select(['body', 'data_key', 'data_key_under'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { body: row.body, key: keyOf(row.data_key, row.data_key_under) };
}

/** A request that was given up; undefined when it is gone, or was taken in after all. */
export async function findGivenUp(reader: Reader, id: string): Promise<Payload | undefined> {
  const row = await reader.sql
    .selectFrom('inbound_payloads')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return row && payloadOf(row);
}

/** Notes that requests were taken in. */
export async function markIngested(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`${prepared}
    update inbound_payloads set state = 'ingested', next_attempt_at = null, error = null
    where id = any(${ids}::uuid[])
  `.execute(tx.sql);
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
      error: error.replaceAll('\u0000', '').slice(0, 2000).toWellFormed(),
    })
    .where('id', '=', payload.id)
    .execute();
}

const keyOf = (dataKey: string | null, dataKeyUnder: string | null): WrappedKey | null =>
  dataKey !== null && dataKeyUnder !== null ? { dataKey, dataKeyUnder } : null;

/** A body that an earlier build kept open, held until the end of the transaction; undefined when there is none. */
export async function lockOpenBody(tx: Tx): Promise<{ id: string; body: Buffer } | undefined> {
  return tx.sql
    .selectFrom('inbound_payloads')
    .select(['id', 'body'])
    .where('data_key', 'is', null)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Puts an encrypted body in the place of an open one. */
export async function replaceBody(tx: Tx, id: string, body: Uint8Array, key: WrappedKey): Promise<void> {
  await tx.sql
    .updateTable('inbound_payloads')
    .set({ body: Buffer.from(body), data_key: key.dataKey, data_key_under: key.dataKeyUnder })
    .where('id', '=', id)
    .execute();
}
