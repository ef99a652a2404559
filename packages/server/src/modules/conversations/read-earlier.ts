import type { Attachment } from '@fairlead/contract';
import { sayRemoved } from '@fairlead/shield';
import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { findSocialVersions, type InboundMessage, type Inbox } from '../channels/index.ts';
import { type AttachmentRow, attachmentKey, readAttachments } from './attachments/attachment-store.ts';
import type { MessageRecord } from './conversation.ts';
import type { Earlier } from './decide-edit.ts';
import { findMessage } from './message-store.ts';

/** Characters of what a message said that its line repeats. */
const longestQuote = 200;

/** What a message of a platform's says so far, where that stands, and every file that it has had. */
export interface EarlierMessage extends Earlier {
  readonly conversationId: string;
  readonly messageId: string;
  readonly files: readonly Attachment[];
}

/** What stands here of the message that an inbound one changes; undefined where it changes none, or one that is not known. */
export async function readEarlier(
  reader: Reader,
  keys: Keys,
  inbox: Inbox,
  { changes }: InboundMessage,
): Promise<EarlierMessage | undefined> {
  if (changes === undefined) return undefined;
  const versions = await findSocialVersions(reader, inbox.id, changes);
  const newest = versions.at(-1);
  if (!newest) return undefined;
  const messages: Array<MessageRecord | undefined> = [];
  for (const { conversationId, messageId } of versions)
    messages.push(await findMessage(reader, conversationId, messageId));
  const text = messages.at(-1)?.text;
  if (text === undefined) return undefined;
  const ids = messages.flatMap((message) => message?.attachmentIds ?? []);
  const files = await readAttachments(reader, keys, [...new Set(ids)]);
  return { ...newest, text, files: [...files.values()] };
}

/** The files that a message did not have before; the others, which came again along with its new text, are not kept twice. */
export async function keepNewFiles(
  store: FileStore,
  rows: ReadonlyArray<AttachmentRow | null>,
  { files }: EarlierMessage,
): Promise<Array<AttachmentRow | null>> {
  const kept: Array<AttachmentRow | null> = [];
  for (const row of rows) {
    if (row === null || !files.some((had) => isSame(had, row))) {
      kept.push(row);
      continue;
    }
    await store.remove(attachmentKey(row.id, 'original'));
    if (row.hasPreview) await store.remove(attachmentKey(row.id, 'preview'));
  }
  return kept;
}

/** Platforms name a file anew each time they tell of it. Two that agree in all of this are one. */
const isSame = (had: Attachment, row: AttachmentRow): boolean =>
  had.type === row.type && had.size === row.size && had.width === row.width && had.height === row.height;

/** What a message said, as a line repeats it: its words without what was taken out of them, or the names of its files. Pure. */
export function quoteOf({ text, files }: Pick<EarlierMessage, 'text' | 'files'>): string {
  const words = sayRemoved(text, () => '…')
    .replace(/\s+/g, ' ')
    .trim();
  const said = words === '' ? files.map(({ name }) => name).join(', ') : words;
  return said.length <= longestQuote ? said : `${said.slice(0, longestQuote - 1).toWellFormed()}…`;
}
