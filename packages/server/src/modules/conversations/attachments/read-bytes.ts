import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentKey, findAttachment } from './attachment-store.ts';

/** Attachments with their bytes, for channels that carry them. */
export async function readBytes(
  { files }: Pick<Platform, 'files'>,
  reader: Reader,
  ids: readonly string[],
): Promise<Array<{ name: string; type: string; content: Uint8Array }>> {
  const read: Array<{ name: string; type: string; content: Uint8Array }> = [];
  for (const id of ids) {
    const row = await findAttachment(reader, id);
    if (!row) continue;
    const { stream } = await files.read(attachmentKey(id, 'original'));
    const parts: Buffer[] = [];
    for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
    read.push({ name: row.name, type: row.type, content: Buffer.concat(parts) });
  }
  return read;
}
