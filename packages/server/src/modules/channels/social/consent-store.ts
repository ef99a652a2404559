import { type ConsentSource, consentSources } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Consent } from '../port.ts';

/** One time that somebody agreed or refused, as it is kept. */
export interface KeptConsent {
  readonly templateId: string;
  readonly standing: 'given' | 'used' | 'refused';
  readonly source: ConsentSource;
  readonly at: Date;
  readonly usedAt: Date | null;
}

const standings = z.enum(['given', 'used', 'refused']);
const sources = z.enum(consentSources);

/** Notes what people said, in whatever order and however often it comes: a refusal ends all that they agreed to before it. */
export async function noteConsents(tx: Tx, inboxId: string, consents: readonly Consent[]): Promise<void> {
  for (const { address, templateId, agreed, source, at } of consents) {
    const refusedLater = agreed
      ? await tx.sql
          .selectFrom('notice_consents')
          .select('given_at')
          .where('inbox_id', '=', inboxId)
          .where('address', '=', address)
          .where('template_id', '=', templateId)
          .where('standing', '=', 'refused')
          .where('given_at', '>=', at)
          .limit(1)
          .executeTakeFirst()
      : undefined;
    await tx.sql
      .insertInto('notice_consents')
      .values({
        inbox_id: inboxId,
        address,
        template_id: templateId,
        given_at: at,
        source,
        standing: agreed && !refusedLater ? 'given' : 'refused',
      })
      .onConflict((on) => on.doNothing())
      .execute();
    if (!agreed) await refuseConsents(tx, { inboxId, address, templateId }, at);
  }
}

/** Whose agreement to which template. */
export interface ConsentPlace {
  readonly inboxId: string;
  readonly address: string;
  readonly templateId: string;
}

/** Nothing that they agreed to until then is left. */
export async function refuseConsents(
  tx: Tx,
  { inboxId, address, templateId }: ConsentPlace,
  until: Date,
): Promise<void> {
  await tx.sql
    .updateTable('notice_consents')
    .set({ standing: 'refused' })
    .where('inbox_id', '=', inboxId)
    .where('address', '=', address)
    .where('template_id', '=', templateId)
    .where('standing', '=', 'given')
    .where('given_at', '<=', until)
    .execute();
}

/** Uses the oldest agreement that is left for one notice, the same one for each attempt at it; false where there is none. */
export async function useConsent(tx: Tx, place: ConsentPlace, key: string): Promise<boolean> {
  const rows = tx.sql
    .selectFrom('notice_consents')
    .selectAll()
    .where('inbox_id', '=', place.inboxId)
    .where('address', '=', place.address)
    .where('template_id', '=', place.templateId);
  if (await rows.where('used_key', '=', key).limit(1).executeTakeFirst()) return true;
  const oldest = await rows
    .where('standing', '=', 'given')
    .orderBy('given_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!oldest) return false;
  await tx.sql
    .updateTable('notice_consents')
    .set({ standing: 'used', used_key: key, used_at: tx.now })
    .where('inbox_id', '=', place.inboxId)
    .where('address', '=', place.address)
    .where('template_id', '=', place.templateId)
    .where('given_at', '=', oldest.given_at)
    .execute();
  return true;
}

/** The notice was refused for another reason than theirs: what they agreed to is there for another one. */
export async function giveConsentBack(tx: Tx, place: ConsentPlace, key: string): Promise<void> {
  await tx.sql
    .updateTable('notice_consents')
    .set({ standing: 'given', used_key: null, used_at: null })
    .where('inbox_id', '=', place.inboxId)
    .where('address', '=', place.address)
    .where('template_id', '=', place.templateId)
    .where('used_key', '=', key)
    .execute();
}

/** What an address said last, newest first. */
export async function listConsents(
  reader: Reader,
  inboxId: string,
  address: string,
  limit: number,
): Promise<KeptConsent[]> {
  const rows = await reader.sql
    .selectFrom('notice_consents')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .where('address', '=', address)
    .orderBy('given_at', 'desc')
    .orderBy('template_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    templateId: row.template_id,
    standing: standings.parse(row.standing),
    source: sources.parse(row.source),
    at: row.given_at,
    usedAt: row.used_at,
  }));
}
