import type { DraftContent } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { DraftWords } from './draft-rules.ts';

/** Where a draft is: there is one for each of these. */
export interface DraftPlace {
  conversationId: string;
  agentId: string;
  kind: 'text' | 'note';
}

export interface DraftRecord extends DraftPlace, DraftWords {
  version: number;
  shared: boolean;
  writtenAt: Date;
}

const columns = [
  'conversation_id',
  'agent_id',
  'kind',
  'version',
  'shared',
  'content',
  'attachment_ids',
  'written_at',
] as const;

/** The agent's own drafts in a conversation, and those that others share, oldest first. */
export async function listDrafts(
  reader: Reader,
  { conversationId, agentId }: Omit<DraftPlace, 'kind'>,
): Promise<DraftRecord[]> {
  const rows = await reader.sql
    .selectFrom('drafts')
    .select(columns)
    .where('conversation_id', '=', conversationId)
    .where((of) => of.or([of('agent_id', '=', agentId), of('shared', '=', true)]))
    .orderBy('written_at')
    .orderBy('version')
    .execute();
  return rows.map(toRecord);
}

/** The draft at a place, held until the end of the transaction. */
export async function lockDraft(tx: Tx, place: DraftPlace): Promise<DraftRecord | undefined> {
  const row = await tx.sql
    .selectFrom('drafts')
    .select(columns)
    .where('conversation_id', '=', place.conversationId)
    .where('agent_id', '=', place.agentId)
    .where('kind', '=', place.kind)
    .forUpdate()
    .executeTakeFirst();
  return row && toRecord(row);
}

/** Begins a draft; undefined where one was begun meanwhile. */
export async function insertDraft(
  tx: Tx,
  place: DraftPlace,
  draft: DraftWords & { shared: boolean },
): Promise<DraftRecord | undefined> {
  const row = await tx.sql
    .insertInto('drafts')
    .values({
      conversation_id: place.conversationId,
      agent_id: place.agentId,
      kind: place.kind,
      ...valuesOf(tx, draft),
    })
    .onConflict((on) => on.doNothing())
    .returning(columns)
    .executeTakeFirst();
  return row && toRecord(row);
}

/** Writes a draft that is held, as a new version. */
export async function updateDraft(
  tx: Tx,
  place: DraftPlace,
  draft: DraftWords & { shared: boolean },
): Promise<DraftRecord> {
  const row = await tx.sql
    .updateTable('drafts')
    .set({ ...valuesOf(tx, draft), version: sql<number>`nextval('draft_versions')` })
    .where('conversation_id', '=', place.conversationId)
    .where('agent_id', '=', place.agentId)
    .where('kind', '=', place.kind)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toRecord(row);
}

export async function deleteDraft(tx: Tx, place: DraftPlace): Promise<void> {
  await tx.sql
    .deleteFrom('drafts')
    .where('conversation_id', '=', place.conversationId)
    .where('agent_id', '=', place.agentId)
    .where('kind', '=', place.kind)
    .execute();
}

/** Removes drafts that nobody has changed since a moment. */
export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('drafts').where('written_at', '<', before).execute();
}

function valuesOf(tx: Tx, { content, attachmentIds, shared }: DraftWords & { shared: boolean }) {
  return {
    shared,
    content: JSON.stringify(content),
    attachment_ids: attachmentIds,
    written_at: tx.now,
  };
}

interface DraftRow {
  conversation_id: string;
  agent_id: string;
  kind: string;
  version: number;
  shared: boolean;
  content: unknown;
  attachment_ids: string[];
  written_at: Date;
}

function toRecord(row: DraftRow): DraftRecord {
  return {
    conversationId: row.conversation_id,
    agentId: row.agent_id,
    kind: row.kind as DraftPlace['kind'],
    version: row.version,
    shared: row.shared,
    content: row.content as DraftContent,
    attachmentIds: row.attachment_ids,
    writtenAt: row.written_at,
  };
}
