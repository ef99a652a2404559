import { buffer } from 'node:stream/consumers';
import type { Reader } from '../../../platform/database/database.ts';
import { FileMissing } from '../../../platform/files/file-store.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentKey, findAttachment } from './attachment-store.ts';

/** The bytes of a picture, for a machine to look at; null for what is no picture, is gone, or is sensitive: those are opened with a reason only. */
export async function readPicture(
  reader: Reader,
  { files }: Pick<Platform, 'files'>,
  id: string,
): Promise<Uint8Array | null> {
  const file = await findAttachment(reader, id);
  if (!file?.type.startsWith('image/') || file.sensitiveAt !== null) return null;
  try {
    const { stream } = await files.read(attachmentKey(id, 'original'));
    return await buffer(stream);
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}
