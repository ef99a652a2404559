import { uploadChunkBytes } from '@fairlead/contract';
import type { Tx } from '../database/database.ts';
import { Failure, fail } from '../fail.ts';
import type { Platform } from '../platform.ts';
import { createTurnstile } from './turnstile.ts';
import {
  accessUpload,
  advanceUpload,
  chunkKey,
  completeUpload,
  removeUpload,
  type UploadOwner,
  type UploadPurpose,
  type UploadRow,
} from './upload-store.ts';

/** What becomes of files that are sent for one purpose. */
export interface Receiving<Kept> {
  readonly purpose: UploadPurpose;
  /**
   * Looks at the bytes of a whole file and keeps them; throws what is wrong with them. What it answers notes the file, in the transaction
   * that completes the upload; the owner, as they are known by then, is undefined where another request has completed it.
   */
  readonly keep: (upload: UploadRow, bytes: Buffer) => Promise<Note<Kept>>;
  /** What a completed upload became; undefined where it is gone. */
  readonly find: (uploadId: string) => Promise<Kept | undefined>;
}

type Note<Kept> = (tx: Tx, owner: Pick<UploadOwner, 'type' | 'id'> | undefined) => Promise<Kept>;

/** How far an upload came. */
export interface Received<Kept> {
  readonly id: string;
  /** Bytes that are here: where the next chunk begins. */
  readonly offset: number;
  readonly size: number;
  readonly kept: Kept | null;
}

/** Files put together at once: each is held whole in memory while its type is read. */
const turnstile = createTurnstile(4);

/** How far an upload came. Throws `file.not_found`. */
export async function readReceived<Kept>(
  platform: Platform,
  { purpose, find }: Receiving<Kept>,
  owner: UploadOwner,
  id: string,
): Promise<Received<Kept>> {
  const upload = await accessUpload(platform.database.reader(), owner, purpose, id);
  const kept = upload.completed ? await find(id) : undefined;
  return { id, offset: upload.received, size: upload.size, kept: kept ?? null };
}

/**
 * Takes the bytes that begin at an offset. Chunks are kept apart in the file store until all are there, so that any node can take
 * any chunk. A chunk sent again after a lost answer changes nothing.
 */
export async function receiveBytes<Kept>(
  platform: Platform,
  receiving: Receiving<Kept>,
  owner: UploadOwner,
  { id, offset, bytes }: { id: string; offset: number; bytes: Buffer },
): Promise<Received<Kept>> {
  const read = () => readReceived(platform, receiving, owner, id);
  const upload = await accessUpload(platform.database.reader(), owner, receiving.purpose, id);
  const done = async () => {
    const kept = await accept(platform, receiving, owner, upload);
    return { id, offset: upload.size, size: upload.size, kept };
  };
  if (upload.completed) return read();
  // Every byte is here, but whoever took the last ones did not come to accept the file.
  if (upload.received === upload.size) return done();
  if (offset + bytes.length <= upload.received) return read();
  if (offset !== upload.received) throw fail('file.offset_conflict', { offset: upload.received });
  const end = offset + bytes.length;
  if (bytes.length === 0 || bytes.length > uploadChunkBytes || end > upload.size) {
    throw fail('request.invalid', { field: 'chunk' });
  }
  await platform.files.put(chunkKey(id, offset), bytes);
  const advanced = await platform.database.write((tx) => advanceUpload(tx, id, offset, end));
  if (!advanced) return read();
  return end < upload.size ? { id, offset: end, size: upload.size, kept: null } : done();
}

/**
 * Puts the chunks together and has the file kept. What is refused is removed; after a passing fault everything stays, and the client's
 * retry comes here again.
 */
async function accept<Kept>(
  platform: Platform,
  receiving: Receiving<Kept>,
  owner: UploadOwner,
  upload: UploadRow,
): Promise<Kept> {
  const chunks = (await Array.fromAsync(platform.files.list(`uploads/${upload.id}/`))).sort();
  const dropChunks = () => Promise.all(chunks.map((key) => platform.files.remove(key)));
  try {
    const note = await turnstile(async () =>
      receiving.keep(upload, await putTogether(platform, upload, chunks)),
    );
    // A visitor may have been recognised since they sent the last bytes: it is theirs by the name they have now.
    const kept = await platform.database.write(async (tx) => note(tx, await completeUpload(tx, upload.id)));
    await dropChunks();
    return kept;
  } catch (error) {
    // Another request may have accepted it meanwhile, and taken the chunks away.
    const { kept } = await readReceived(platform, receiving, owner, upload.id);
    if (kept) return kept;
    if (error instanceof Failure) {
      await platform.database.write((tx) => removeUpload(tx, upload.id));
      await dropChunks();
    }
    throw error;
  }
}

/** The chunks one after the other into one buffer, so that the file is in memory once. */
async function putTogether(
  { files }: Platform,
  { id, size }: UploadRow,
  chunks: readonly string[],
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (const key of chunks) {
    const { stream } = await files.read(key);
    for await (const part of stream as AsyncIterable<Buffer>) end += part.copy(bytes, end);
  }
  if (end !== size) throw new Error(`upload ${id} lacks some of its chunks`);
  return bytes;
}
