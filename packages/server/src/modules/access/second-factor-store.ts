import { sql } from 'kysely';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';

export async function keepPendingSecret(tx: Tx, accountId: string, sealedSecret: string): Promise<void> {
  await tx.sql
    .updateTable('accounts')
    .set({ two_factor_pending_secret: sealedSecret })
    .where('id', '=', accountId)
    .execute();
}

/** Puts the pending secret in force in place of the one before. `step` is that of the code that confirmed it. */
export async function confirmPendingSecret(tx: Tx, accountId: string, step: number): Promise<void> {
  await tx.sql
    .updateTable('accounts')
    .set({
      two_factor_secret: sql`two_factor_pending_secret`,
      two_factor_pending_secret: null,
      two_factor_confirmed_at: tx.now,
      two_factor_last_step: step,
    })
    .where('id', '=', accountId)
    .execute();
}

export async function removeSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.sql
    .updateTable('accounts')
    .set({
      two_factor_secret: null,
      two_factor_pending_secret: null,
      two_factor_confirmed_at: null,
      two_factor_last_step: null,
    })
    .where('id', '=', accountId)
    .execute();
  await tx.sql.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
}

/** Takes the codes of a step and of all earlier ones out of use; false when another request did so first. */
export async function takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('accounts')
    .set({ two_factor_last_step: step })
    .where('id', '=', accountId)
    .where((where) =>
      where.or([where('two_factor_last_step', 'is', null), where('two_factor_last_step', '<', step)]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.sql.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
  await tx.sql
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashSecret(code) })))
    .execute();
}

/** Uses a recovery code up; false when there is no such code, or no more. */
export async function takeRecoveryCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('recovery_codes')
    .set({ used_at: tx.now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashSecret(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(reader: Reader, accountId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('recovery_codes')
    .select((of) => of.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
}
