import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** A code that was sent, as it is kept. */
export interface CodeRecord {
  readonly id: string;
  readonly addressHash: string;
  readonly codeHash: string;
  readonly expiresAt: Date;
}

export async function insertCode(tx: Tx, code: CodeRecord): Promise<void> {
  await tx.sql
    .insertInto('portal_codes')
    .values({
      id: code.id,
      address_hash: code.addressHash,
      code_hash: code.codeHash,
      expires_at: code.expiresAt,
    })
    .execute();
}

/** Counts a try at a code, and answers it if it may still be tried. Of many at once each is counted. */
export async function countTry(tx: Tx, id: string, maximum: number): Promise<CodeRecord | undefined> {
  const row = await tx.sql
    .updateTable('portal_codes')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', id)
    .where('tries', '<', maximum)
    .where('expires_at', '>', tx.now)
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      addressHash: row.address_hash,
      codeHash: row.code_hash,
      expiresAt: row.expires_at,
    }
  );
}

/** Uses a code up; false when somebody was faster. */
export async function takeCode(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.sql.deleteFrom('portal_codes').where('id', '=', id).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function removeOldCodes(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('portal_codes').where('expires_at', '<=', tx.now).execute();
}
