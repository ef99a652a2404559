import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findAttachment } from './attachment-store.ts';
import { openedBytes } from './seal-attachment.ts';

/** Attachments with their bytes, for channels that carry them. */
export async function readBytes(
  { files, keys }: Pick<Platform, 'files' | 'keys'>,
  reader: Reader,
  ids: readonly string[],
): Promise<Array<{ name: string; type: string; content: Uint8Array }>> {
  const read: Array<{ name: string; type: string; content: Uint8Array }> = [];
  for (const id of ids) {
    const row = await findAttachment(reader, id);
    if (!row) continue;
    // Also what was marked as sensitive after it was written, and is encrypted by now.
    read.push({ name: row.name, type: row.type, content: await openedBytes({ files, keys }, row) });
  }
  return read;
}
