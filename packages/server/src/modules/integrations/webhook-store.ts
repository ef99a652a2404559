import {
  type WebhookKind,
  type WebhookMessage,
  webhook,
  type webhookDelivery,
  webhookKind,
  webhookMessage,
} from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { WebhookDeliveries, Webhooks } from '../../platform/database/database-types.ts';

export interface WebhookRecord {
  readonly id: string;
  readonly url: string;
  readonly kinds: WebhookKind[];
  readonly state: 'on' | 'off' | 'given_up';
  readonly secretNumber: number;
  readonly formerUntil: Date | null;
  readonly failingSince: Date | null;
  readonly createdAt: Date;
}

export interface DeliveryRecord {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly message: WebhookMessage;
  readonly state: z.infer<typeof webhookDelivery>['state'];
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: z.infer<typeof webhookDelivery>['problem'];
  readonly nextAt: Date | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

const webhookOf = (row: Selectable<Webhooks>): WebhookRecord => ({
  id: row.id,
  url: row.url,
  kinds: webhookKind.array().parse(row.kinds),
  state: webhook.shape.state.parse(row.state),
  secretNumber: row.secret_number,
  formerUntil: row.former_until,
  failingSince: row.failing_since,
  createdAt: row.created_at,
});

const deliveryOf = (row: Selectable<WebhookDeliveries>): DeliveryRecord => ({
  id: row.id,
  webhookId: row.webhook_id,
  eventId: row.event_id,
  message: webhookMessage.parse(row.message),
  state: row.state as DeliveryRecord['state'],
  attempts: row.attempts,
  status: row.status,
  problem: row.problem as DeliveryRecord['problem'],
  nextAt: row.next_at,
  createdAt: row.created_at,
  deliveredAt: row.delivered_at,
});

/** All of them, the oldest first. */
export async function listWebhooks(reader: Reader): Promise<WebhookRecord[]> {
  const rows = await reader.sql
    .selectFrom('webhooks')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(webhookOf);
}

/** Held until the end of the transaction. */
export async function lockWebhook(tx: Tx, id: string): Promise<WebhookRecord | undefined> {
  const row = await tx.sql
    .selectFrom('webhooks')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && webhookOf(row);
}

export async function putWebhook(tx: Tx, record: WebhookRecord): Promise<void> {
  const columns = {
    url: record.url,
    kinds: record.kinds,
    state: record.state,
    secret_number: record.secretNumber,
    former_until: record.formerUntil,
    failing_since: record.failingSince,
  };
  await tx.sql
    .insertInto('webhooks')
    .values({ id: record.id, created_at: record.createdAt, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('webhooks').where('id', '=', id).execute();
}

/** Adds a message to be delivered; false where the webhook has been told of the event before. */
export async function insertDelivery(
  tx: Tx,
  record: Pick<DeliveryRecord, 'id' | 'webhookId' | 'eventId' | 'message'>,
): Promise<boolean> {
  const rows = await tx.sql
    .insertInto('webhook_deliveries')
    .values({
      id: record.id,
      webhook_id: record.webhookId,
      event_id: record.eventId,
      message: JSON.stringify(record.message),
      state: 'waiting',
      next_at: tx.now,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['webhook_id', 'event_id']).doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
}

export async function findDelivery(reader: Reader, id: string): Promise<DeliveryRecord | undefined> {
  const row = await reader.sql
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && deliveryOf(row);
}

/** What was sent to a webhook, the last first. */
export async function listDeliveries(
  reader: Reader,
  webhookId: string,
  limit: number,
): Promise<DeliveryRecord[]> {
  const rows = await reader.sql
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}

export async function saveDelivery(tx: Tx, record: DeliveryRecord): Promise<void> {
  await tx.sql
    .updateTable('webhook_deliveries')
    .set({
      state: record.state,
      attempts: record.attempts,
      status: record.status,
      problem: record.problem,
      next_at: record.nextAt,
      delivered_at: record.deliveredAt,
    })
    .where('id', '=', record.id)
    .execute();
}

export async function deleteDeliveriesBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.sql.deleteFrom('webhook_deliveries').where('created_at', '<', moment).execute();
}
