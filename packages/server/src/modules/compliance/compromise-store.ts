import {
  type CompromiseStep,
  compromiseOutcomes,
  compromiseStep,
  type Exposure,
  exposure,
} from '@fairlead/contract';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Compromises } from '../../platform/database/database-types.ts';
import { type CompromiseRecord, stepsOf } from './compromise-rules.ts';

const settled = z.object({
  state: z.enum(['done', 'not_needed']),
  by: z.string().nullable(),
  at: z.coerce.date(),
});
const steps = z.partialRecord(compromiseStep, settled);
const outcome = z.enum(compromiseOutcomes);

function recordOf(row: Selectable<Compromises>): CompromiseRecord {
  const kind = exposure.parse(row.exposure);
  const known = steps.parse(row.steps);
  const kept = stepsOf(kind).flatMap((it: CompromiseStep) => (known[it] ? [[it, known[it]] as const] : []));
  return {
    conversationId: row.conversation_id,
    exposure: kind,
    leakedAt: row.leaked_at,
    steps: Object.fromEntries(kept),
    closed:
      row.closed_at && row.closed_by !== null && row.outcome !== null
        ? { outcome: outcome.parse(row.outcome), by: row.closed_by, at: row.closed_at }
        : null,
  };
}

/** Those of a conversation, the latest first. */
export async function listCompromises(reader: Reader, conversationId: string): Promise<CompromiseRecord[]> {
  const rows = await reader.sql
    .selectFrom('compromises')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('leaked_at', 'desc')
    .orderBy('exposure')
    .execute();
  return rows.map(recordOf);
}

/** Held until the end of the transaction. The conversation is to be held before, so that none is begun twice. */
export async function lockCompromise(
  tx: Tx,
  conversationId: string,
  which: Exposure,
): Promise<CompromiseRecord | undefined> {
  const row = await tx.sql
    .selectFrom('compromises')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('exposure', '=', which)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Those of a customer that are not closed, held until the end of the transaction. */
export async function lockOpenOfCustomer(tx: Tx, customerId: string): Promise<CompromiseRecord[]> {
  const rows = await tx.sql
    .selectFrom('compromises')
    .selectAll('compromises')
    .innerJoin('conversations', 'conversations.id', 'compromises.conversation_id')
    .where('conversations.customer_id', '=', customerId)
    .where('compromises.closed_at', 'is', null)
    .orderBy('compromises.conversation_id')
    .orderBy('compromises.exposure')
    .forUpdate('compromises')
    .execute();
  return rows.map(recordOf);
}

export async function saveCompromise(tx: Tx, record: CompromiseRecord): Promise<void> {
  const row = {
    leaked_at: record.leakedAt,
    steps: JSON.stringify(record.steps),
    closed_at: record.closed?.at ?? null,
    closed_by: record.closed?.by ?? null,
    outcome: record.closed?.outcome ?? null,
  };
  await tx.sql
    .insertInto('compromises')
    .values({ conversation_id: record.conversationId, exposure: record.exposure, ...row })
    .onConflict((of) => of.columns(['conversation_id', 'exposure']).doUpdateSet(row))
    .execute();
}
