import type { Attachment, Upload } from '@fairlead/contract';
import { newId } from '../../../platform/crypto/ids.ts';
import { fail } from '../../../platform/fail.ts';
import { acceptImage } from '../../../platform/files/accept-image.ts';
import {
  type Received,
  type Receiving,
  readReceived,
  receiveBytes,
} from '../../../platform/files/receive-upload.ts';
import { sniffType } from '../../../platform/files/sniff-type.ts';
import { insertUpload, type UploadOwner } from '../../../platform/files/upload-store.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentKey, insertAttachment, presentAttachment, readAttachments } from './attachment-store.ts';
import { lockUnsent } from './unsent-store.ts';

const megabyte = 1024 * 1024;

/**
 * What a customer may have here that no message carries: anybody can become a visitor, and what is never sent stays a day. In files,
 * and in files of the largest size. Far more than a person picks for one message.
 */
const mostUnsent = { files: 40, largest: 4 };

/**
 * Announces a file. Its id will be the attachment's. Throws `file.too_large`, and `file.too_many_unsent` to a customer who has too
 * much here already.
 */
export async function beginUpload(
  platform: Platform,
  owner: UploadOwner,
  file: { name: string; size: number },
): Promise<Upload> {
  const limit = platform.config.MAXIMUM_UPLOAD_BYTES;
  if (file.size > limit) throw fail('file.too_large', { limitMegabytes: Math.floor(limit / megabyte) });
  const id = newId();
  await platform.database.write(async (tx) => {
    if (owner.type === 'customer') {
      const { files, bytes } = await lockUnsent(tx, owner);
      if (files >= mostUnsent.files || bytes + file.size > mostUnsent.largest * limit)
        throw fail('file.too_many_unsent');
    }
    await insertUpload(tx, owner, { id, ...file, purpose: 'message' });
  });
  return { id, offset: 0, size: file.size, attachment: null };
}

/** How far an upload came. */
export async function readUpload(platform: Platform, owner: UploadOwner, id: string): Promise<Upload> {
  return present(await readReceived(platform, messageFiles(platform), owner, id));
}

/** Takes the bytes that begin at an offset; the last ones make an attachment of it. */
export async function receiveChunk(
  platform: Platform,
  owner: UploadOwner,
  chunk: { id: string; offset: number; bytes: Buffer },
): Promise<Upload> {
  return present(await receiveBytes(platform, messageFiles(platform), owner, chunk));
}

const present = ({ kept, ...received }: Received<Attachment>): Upload => ({ ...received, attachment: kept });

const messageFiles = ({ database, files, keys }: Platform): Receiving<Attachment> => ({
  purpose: 'message',
  find: async (id) => (await readAttachments(database.reader(), keys, [id])).get(id),
  async keep({ id, name }, bytes) {
    const file = await prepare(bytes);
    await files.put(attachmentKey(id, 'original'), file.body, { type: file.type });
    if (file.preview) await files.put(attachmentKey(id, 'preview'), file.preview, { type: 'image/webp' });
    const { type, width, height } = file;
    const hasPreview = file.preview !== null;
    const row = { id, name, type, size: file.body.length, width, height, hasPreview };
    return async (tx, owner) => {
      if (owner) await insertAttachment(tx, owner, row);
      return presentAttachment(row, keys, tx.now);
    };
  },
});

async function prepare(bytes: Buffer) {
  const type = await sniffType(bytes);
  if (!type) throw fail('file.type_refused');
  if (!type.startsWith('image/')) return { type, body: bytes, preview: null, width: null, height: null };
  const image = await acceptImage(bytes, type);
  if (!image) throw fail('file.damaged');
  return { type, ...image };
}
