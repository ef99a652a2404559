import type { FileOpening, OpeningReason } from '@fairlead/contract';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { prepared } from '../../../platform/database/prepared.ts';

/** A sensitive file as far as its keeping goes. */
export interface SensitiveFile {
  id: string;
  type: string;
  conversationId: string | null;
  /** The data key, sealed by the installation's key; null while the bytes are not encrypted yet. */
  dataKey: string | null;
}

/** Marks files of a thread that are not marked yet. Answers which those were. */
export async function markAsSensitive(
  tx: Tx,
  conversationId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.sql
    .updateTable('attachments')
    .set({ sensitive_at: tx.now })
    .where('conversation_id', '=', conversationId)
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('sensitive_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The file is sensitive no longer; it stays encrypted. */
export async function takeMark(tx: Tx, id: string): Promise<void> {
  await tx.sql.updateTable('attachments').set({ sensitive_at: null }).where('id', '=', id).execute();
}

/**
 * Files in these threads that their customers sent, and that were never marked: of all threads, or of those on a topic. One whose mark was taken
 * back has a data key.
 */
export async function unmarkedDocuments(
  reader: Reader,
  conversationIds: readonly string[],
  topic?: string,
): Promise<Array<{ id: string; conversationId: string }>> {
  if (conversationIds.length === 0) return [];
  let query = reader.sql
    .selectFrom('attachments as a')
    .modifyFront(prepared)
    .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
    .select(['a.id', 'c.id as conversationId'])
    .where('c.id', '=', (of) => of.fn.any(of.val(conversationIds as string[])))
    .where('a.owner_type', '=', 'customer')
    .where('a.sensitive_at', 'is', null)
    .where('a.data_key_under', 'is', null);
  if (topic !== undefined) query = query.where('c.topic', '=', topic);
  return query.execute();
}

/** The file if it is sensitive. */
export async function findSensitive(reader: Reader, id: string): Promise<SensitiveFile | undefined> {
  return reader.sql
    .selectFrom('attachments')
    .select(['id', 'type', 'conversation_id as conversationId', 'data_key as dataKey'])
    .where('id', '=', id)
    .where('sensitive_at', 'is not', null)
    .executeTakeFirst();
}

/** Keeps the data key of a file that has none yet; false when it has one, or is gone. */
export async function saveDataKey(
  tx: Tx,
  id: string,
  key: { dataKey: string; dataKeyUnder: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('attachments')
    .set({ data_key: key.dataKey, data_key_under: key.dataKeyUnder })
    .where('id', '=', id)
    .where('data_key', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The file's thread, and whether it is sensitive. */
export async function findPlace(
  reader: Reader,
  id: string,
): Promise<{ conversationId: string | null; sensitive: boolean } | undefined> {
  const row = await reader.sql
    .selectFrom('attachments')
    .select(['conversation_id', 'sensitive_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { conversationId: row.conversation_id, sensitive: row.sensitive_at !== null };
}

export async function insertOpening(
  tx: Tx,
  opening: { id: string; attachmentId: string; agentId: string; reason: OpeningReason; note: string },
): Promise<void> {
  await tx.sql
    .insertInto('file_openings')
    .values({
      id: opening.id,
      attachment_id: opening.attachmentId,
      agent_id: opening.agentId,
      reason: opening.reason,
      note: opening.note,
      opened_at: tx.now,
    })
    .execute();
}

/** Latest first, without names. */
export async function listOpenings(
  reader: Reader,
  attachmentId: string,
  limit: number,
): Promise<Array<Omit<FileOpening, 'agentName'>>> {
  const rows = await reader.sql
    .selectFrom('file_openings')
    .selectAll()
    .where('attachment_id', '=', attachmentId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agentId: row.agent_id,
    reason: row.reason as OpeningReason,
    note: row.note,
    openedAt: row.opened_at.toISOString(),
  }));
}
