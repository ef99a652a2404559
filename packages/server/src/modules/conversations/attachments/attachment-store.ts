import type { Attachment } from '@fairlead/contract';
import { sql } from 'kysely';
import type { AgentActor, CustomerActor } from '../../../platform/actor.ts';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { fileAddress } from '../../../platform/files/file-address.ts';
import { moveUploads } from '../../../platform/files/upload-store.ts';

/** A file that was accepted. */
export interface AttachmentRow {
  id: string;
  name: string;
  type: string;
  size: number;
  width: number | null;
  height: number | null;
  hasPreview: boolean;
  sensitive?: 'marked' | 'encrypted' | null;
}

/** Whose a file is. */
export type Owner = Pick<AgentActor | CustomerActor, 'type' | 'id'>;

/** Where the bytes of an attachment are kept; `veil` is a sensitive picture's preview. */
export const attachmentKey = (id: string, variant: 'original' | 'preview' | 'veil') =>
  `attachments/${id}/${variant}`;

/** The attachments by id, as screens show them, with addresses that end by themselves. */
export async function readAttachments(
  reader: Reader,
  keys: Keys,
  ids: readonly string[],
): Promise<Map<string, Attachment>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('attachments')
    .select(['id', 'name', 'type', 'size', 'width', 'height', 'has_preview as hasPreview'])
    .select(['sensitive_at', 'data_key_under'])
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return new Map(
    rows.map(({ sensitive_at, data_key_under, ...row }) => {
      const sensitive = sensitive_at && (data_key_under === null ? 'marked' : 'encrypted');
      // The preview of one that was sensitive is gone: the file itself is shown.
      const hasPreview = row.hasPreview && (sensitive !== null || data_key_under === null);
      return [row.id, presentAttachment({ ...row, hasPreview, sensitive }, keys, reader.now)];
    }),
  );
}

export function presentAttachment(row: AttachmentRow, keys: Keys, now: Date): Attachment {
  const key = keys.derive('file-address');
  return {
    id: row.id,
    name: row.name,
    type: row.type as Attachment['type'],
    size: row.size,
    width: row.width,
    height: row.height,
    url: row.sensitive ? null : fileAddress(key, row.id, 'original', now),
    // Until it is encrypted, the preview of a sensitive file could still be read.
    previewUrl:
      row.hasPreview && row.sensitive !== 'marked' ? fileAddress(key, row.id, 'preview', now) : null,
    sensitive: Boolean(row.sensitive),
  };
}

/**
 * Binds files to the thread in which their owner sends them. Refuses files that are another's, or sent elsewhere before: an id
 * learned somehow opens nothing.
 */
export async function claimAttachments(
  tx: Tx,
  owner: Owner,
  ids: readonly string[],
  conversationId: string,
): Promise<void> {
  await claim(tx, owner, ids, { conversation_id: conversationId });
}

/** The same for a comment on a ticket, which no customer sees. */
export async function claimForTicket(
  tx: Tx,
  owner: Owner,
  ids: readonly string[],
  ticketId: string,
): Promise<void> {
  await claim(tx, owner, ids, { ticket_id: ticketId });
}

async function claim(
  tx: Tx,
  owner: Owner,
  ids: readonly string[],
  place: { conversation_id: string } | { ticket_id: string },
): Promise<void> {
  if (ids.length === 0) return;
  await requireUnsent(tx, owner, ids);
  await tx.sql
    .updateTable('attachments')
    .set(place)
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
}

/** Holds files of an owner that no message and no comment carries yet; refuses others. */
export async function requireUnsent(tx: Tx, owner: Owner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.sql
    .selectFrom('attachments')
    .select('id')
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('owner_type', '=', owner.type)
    .where('owner_id', '=', owner.id)
    .where('conversation_id', 'is', null)
    .where('ticket_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  // Looked at before anything is bound: a refused message must leave its own files to be sent again.
  if (rows.length !== new Set(ids).size) throw fail('file.not_found');
}

/** Files that one agent added to a draft become another's, who goes on with it. */
export async function passUnsent(
  tx: Tx,
  fromAgentId: string,
  toAgentId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .updateTable('attachments')
    .set({ owner_id: toAgentId })
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('owner_type', '=', 'agent')
    .where('owner_id', '=', fromAgentId)
    .where('conversation_id', 'is', null)
    .where('ticket_id', 'is', null)
    .execute();
}

/** Where a file was sent: in a thread, or in a comment on a ticket. */
export type FilePlace = { conversationId: string } | { ticketId: string };

/** Pixels: smaller pictures are logos and emoji of letters. */
const smallest = 200;

/**
 * The pictures that customers sent in threads, or colleagues in comments on tickets, by the id of the thread or ticket; without those that are
 * sensitive, and logos.
 */
export async function picturesIn(
  reader: Reader,
  where: 'threads' | 'tickets',
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const column = where === 'tickets' ? ('ticket_id' as const) : ('conversation_id' as const);
  const pictures = reader.sql
    .selectFrom('attachments')
    .select(['id', `${column} as place`])
    .where(column, '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('type', 'like', 'image/%')
    .where('sensitive_at', 'is', null)
    .where('width', '>=', smallest)
    .where('height', '>=', smallest);
  const rows = await (where === 'tickets'
    ? pictures
    : pictures.where('owner_type', '=', 'customer')
  ).execute();
  const found = Map.groupBy(rows, (row) => row.place ?? '');
  return new Map([...found].map(([id, of]) => [id, of.map((row) => row.id)]));
}

/** Where these files were sent; without those that are sensitive or were not sent. */
export async function openFilePlaces(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, FilePlace>> {
  const rows = await reader.sql
    .selectFrom('attachments')
    .select(['id', 'conversation_id', 'ticket_id'])
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('sensitive_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, conversation_id, ticket_id }): Array<[string, FilePlace]> => {
      if (conversation_id) return [[id, { conversationId: conversation_id }]];
      return ticket_id ? [[id, { ticketId: ticket_id }]] : [];
    }),
  );
}

/** What the download needs to know of a file. */
export async function findAttachment(reader: Reader, id: string) {
  return reader.sql
    .selectFrom('attachments')
    .select(['id', 'name', 'type', 'has_preview as hasPreview', 'sensitive_at as sensitiveAt'])
    .select(['data_key as dataKey', 'size'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Bytes of each of these files that are the owner's, in no order. */
export async function sizesOf(reader: Reader, owner: Owner, ids: readonly string[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('attachments')
    .select('size')
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('owner_type', '=', owner.type)
    .where('owner_id', '=', owner.id)
    .execute();
  return rows.map((row) => row.size);
}

export async function insertAttachment(tx: Tx, owner: Owner, row: AttachmentRow): Promise<void> {
  await tx.sql
    .insertInto('attachments')
    .values({
      id: row.id,
      owner_type: owner.type,
      owner_id: owner.id,
      name: row.name,
      type: row.type,
      size: row.size,
      width: row.width,
      height: row.height,
      has_preview: row.hasPreview,
      created_at: tx.now,
    })
    .execute();
}

/** Files of a visitor who turned out to be this customer go along: those on their way, and those not yet sent. */
export async function moveUnsentAttachments(
  tx: Tx,
  fromCustomerId: string,
  toCustomerId: string,
): Promise<void> {
  // First, since one that is accepted at this moment holds its upload: this waits for it, and then finds its attachment below.
  await moveUploads(tx, fromCustomerId, toCustomerId);
  await tx.sql
    .updateTable('attachments')
    .set({ owner_id: toCustomerId })
    .where('owner_type', '=', 'customer')
    .where('owner_id', '=', fromCustomerId)
    .where('conversation_id', 'is', null)
    .execute();
}

/** Files accepted before a moment that no message and no comment ever carried, and that no draft holds. */
export async function takeUnsent(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.sql
    .deleteFrom('attachments')
    .where('id', 'in', (of) =>
      of
        .selectFrom('attachments as a')
        .select('a.id')
        .where('a.conversation_id', 'is', null)
        .where('a.ticket_id', 'is', null)
        .where('a.created_at', '<', before)
        .where((on) =>
          on.not(
            on.exists(
              on
                .selectFrom('drafts as d')
                .select('d.version')
                .where('d.attachment_ids', '@>', sql<string[]>`array[a.id]`),
            ),
          ),
        )
        .limit(limit),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
