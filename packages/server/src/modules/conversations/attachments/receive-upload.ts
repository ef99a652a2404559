import type { Attachment, Upload } from '@fairlead/contract';
import { uploadChunkBytes } from '@fairlead/contract';
import type { AgentActor, CustomerActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { Failure, fail } from '../../../platform/fail.ts';
import { acceptImage } from '../../../platform/files/accept-image.ts';
import { sniffType } from '../../../platform/files/sniff-type.ts';
import { createTurnstile } from '../../../platform/files/turnstile.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentKey, insertAttachment, presentAttachment, readAttachments } from './attachment-store.ts';
import {
  accessUpload,
  advanceUpload,
  chunkKey,
  completeUpload,
  insertUpload,
  lockUnsent,
  removeUpload,
  type UploadRow,
} from './upload-store.ts';

type Owner = AgentActor | CustomerActor;
const megabyte = 1024 * 1024;

/**
 * What a customer may have here that no message carries: anybody can become a visitor, and what is never sent stays a day. In files,
 * and in files of the largest size. Far more than a person picks for one message.
 */
const mostUnsent = { files: 40, largest: 4 };

/** Files put together at once: each is held whole in memory while its type is read. */
const turnstile = createTurnstile(4);

/**
 * Announces a file. Its id will be the attachment's. Throws `file.too_large`, and `file.too_many_unsent` to a customer who has too
 * much here already.
 */
export async function beginUpload(
  platform: Platform,
  owner: Owner,
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
    await insertUpload(tx, owner, { id, ...file });
  });
  return { id, offset: 0, size: file.size, attachment: null };
}

/** How far an upload came. */
export async function readUpload(platform: Platform, owner: Owner, id: string): Promise<Upload> {
  const reader = platform.database.reader();
  const upload = await accessUpload(reader, owner, id);
  const attachment = upload.completed
    ? (await readAttachments(reader, platform.keys, [id])).get(id)
    : undefined;
  return { id, offset: upload.received, size: upload.size, attachment: attachment ?? null };
}

/**
 * Takes the bytes that begin at an offset. Chunks are kept apart in the file store until all are there, so that any node can take
 * any chunk. A chunk sent again after a lost answer changes nothing.
 */
export async function receiveChunk(
  platform: Platform,
  owner: Owner,
  id: string,
  offset: number,
  bytes: Buffer,
): Promise<Upload> {
  const upload = await accessUpload(platform.database.reader(), owner, id);
  if (upload.completed) return readUpload(platform, owner, id);
  // Every byte is here, but whoever took the last ones did not come to accept the file.
  if (upload.received === upload.size) return done(upload, await accept(platform, owner, upload));
  if (offset + bytes.length <= upload.received) return readUpload(platform, owner, id);
  if (offset !== upload.received) throw fail('file.offset_conflict', { offset: upload.received });
  const end = offset + bytes.length;
  if (bytes.length === 0 || bytes.length > uploadChunkBytes || end > upload.size) {
    throw fail('request.invalid', { field: 'chunk' });
  }
  await platform.files.put(chunkKey(id, offset), bytes);
  const advanced = await platform.database.write((tx) => advanceUpload(tx, id, offset, end));
  if (!advanced) return readUpload(platform, owner, id);
  if (end < upload.size) return { id, offset: end, size: upload.size, attachment: null };
  return done(upload, await accept(platform, owner, upload));
}

const done = ({ id, size }: UploadRow, attachment: Attachment): Upload => ({
  id,
  offset: size,
  size,
  attachment,
});

/**
 * Puts the chunks together, looks at what they are, and keeps the file as an attachment. What is refused is removed; after a passing
 * fault everything stays, and the client's retry comes here again.
 */
async function accept(platform: Platform, owner: Owner, upload: UploadRow): Promise<Attachment> {
  const chunks = await chunkKeysOf(platform, upload.id);
  const dropChunks = () => Promise.all(chunks.map((key) => platform.files.remove(key)));
  try {
    const attachment = await turnstile(() => keep(platform, upload, chunks));
    await dropChunks();
    return attachment;
  } catch (error) {
    // Another request may have accepted it meanwhile, and taken the chunks away.
    const { attachment } = await readUpload(platform, owner, upload.id);
    if (attachment) return attachment;
    if (error instanceof Failure) {
      await platform.database.write((tx) => removeUpload(tx, upload.id));
      await dropChunks();
    }
    throw error;
  }
}

async function keep(platform: Platform, upload: UploadRow, chunks: readonly string[]): Promise<Attachment> {
  const bytes = await putTogether(platform, upload, chunks);
  const file = await prepare(bytes);
  await platform.files.put(attachmentKey(upload.id, 'original'), file.body, { type: file.type });
  if (file.preview)
    await platform.files.put(attachmentKey(upload.id, 'preview'), file.preview, { type: 'image/webp' });
  const row = {
    id: upload.id,
    name: upload.name,
    type: file.type,
    size: file.body.length,
    width: file.width,
    height: file.height,
    hasPreview: file.preview !== null,
  };
  return platform.database.write(async (tx) => {
    // A visitor may have been recognised since they sent the last bytes: it is theirs by the name they have now.
    const owner = await completeUpload(tx, upload.id);
    if (owner) await insertAttachment(tx, owner, row);
    return presentAttachment(row, platform.keys, tx.now);
  });
}

async function prepare(bytes: Buffer) {
  const type = await sniffType(bytes);
  if (!type) throw fail('file.type_refused');
  if (!type.startsWith('image/')) return { type, body: bytes, preview: null, width: null, height: null };
  const image = await acceptImage(bytes, type);
  if (!image) throw fail('file.damaged');
  return { type, ...image };
}

async function chunkKeysOf(platform: Platform, uploadId: string): Promise<string[]> {
  const keys = await Array.fromAsync(platform.files.list(`uploads/${uploadId}/`));
  return keys.sort();
}

/** The chunks one after the other into one buffer, so that the file is in memory once. */
async function putTogether(
  platform: Platform,
  { id, size }: UploadRow,
  chunks: readonly string[],
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (const key of chunks) {
    const { stream } = await platform.files.read(key);
    for await (const part of stream as AsyncIterable<Buffer>) end += part.copy(bytes, end);
  }
  if (end !== size) throw new Error(`upload ${id} lacks some of its chunks`);
  return bytes;
}
