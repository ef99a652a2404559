import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { BindingCodes } from '../../../platform/database/database-types.ts';
import type { BindingCode } from './binding.ts';

const codeOf = (row: Selectable<BindingCodes>): BindingCode => ({
  inboxId: row.inbox_id,
  customerId: row.customer_id,
  expiresAt: row.expires_at,
  askedAddress: row.asked_address,
  outcome: row.outcome as BindingCode['outcome'],
  seen: row.seen,
});

/** Keeps a code; the one before for the same inbox ends. */
export async function saveBindingCode(
  tx: Tx,
  code: Pick<BindingCode, 'inboxId' | 'customerId' | 'expiresAt'> & { codeHash: string },
): Promise<void> {
  const values = {
    code_hash: code.codeHash,
    created_at: tx.now,
    expires_at: code.expiresAt,
    asked_address: null,
    outcome: null,
    seen: [],
  };
  await tx.sql
    .insertInto('binding_codes')
    .values({ inbox_id: code.inboxId, customer_id: code.customerId, ...values })
    .onConflict((at) => at.columns(['inbox_id', 'customer_id']).doUpdateSet(values))
    .execute();
}

/** A customer's codes, one an inbox at most. */
export async function listBindingCodes(reader: Reader, customerId: string): Promise<BindingCode[]> {
  const rows = await reader.sql
    .selectFrom('binding_codes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  return rows.map(codeOf);
}

/** The code with this hash at an inbox, held until the transaction ends. */
export async function lockBindingCode(
  tx: Tx,
  inboxId: string,
  codeHash: string,
): Promise<BindingCode | undefined> {
  const row = await tx.sql
    .selectFrom('binding_codes')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  return row && codeOf(row);
}

/** The code that a chat was last asked about, held until the transaction ends. */
export async function lockAskedCode(
  tx: Tx,
  inboxId: string,
  address: string,
): Promise<BindingCode | undefined> {
  const row = await tx.sql
    .selectFrom('binding_codes')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .where('asked_address', '=', address)
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && codeOf(row);
}

/** Writes down what became of a code. */
export async function updateBindingCode(
  tx: Tx,
  { inboxId, customerId, askedAddress, outcome, seen }: BindingCode,
): Promise<void> {
  await tx.sql
    .updateTable('binding_codes')
    .set({ asked_address: askedAddress, outcome, seen: [...seen] })
    .where('inbox_id', '=', inboxId)
    .where('customer_id', '=', customerId)
    .execute();
}

/** Ends a customer's code at an inbox, if there is one. */
export async function deleteBindingCode(tx: Tx, inboxId: string, customerId: string): Promise<void> {
  await tx.sql
    .deleteFrom('binding_codes')
    .where('inbox_id', '=', inboxId)
    .where('customer_id', '=', customerId)
    .execute();
}

/** Forgets codes that ended before. */
export async function deleteBindingCodesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('binding_codes').where('expires_at', '<', before).execute();
}
