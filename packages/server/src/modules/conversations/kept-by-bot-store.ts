import { sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';

/** Those that the assistant alone has, has answered last, and in which nothing has been said since a moment. */
export async function listQuietWithBot(reader: Reader, since: Date, limit: number): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .select('id')
    .where('state', '=', 'bot')
    .where('last_activity_at', '<=', since)
    .where(sql<boolean>`preview_author is distinct from 'customer'`)
    .orderBy('last_activity_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Those of these conversations that the assistant has. */
export async function keptByBot(reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('state', '=', 'bot')
    .execute();
  return rows.map((row) => row.id);
}
