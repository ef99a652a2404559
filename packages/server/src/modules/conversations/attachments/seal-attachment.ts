import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newDataKey, openFile, sealFile } from '../../../platform/crypto/sealed-file.ts';
import { unwrapKey, wrapKey } from '../../../platform/crypto/wrapped-key.ts';
import { createTurnstile } from '../../../platform/files/turnstile.ts';
import { veilImage } from '../../../platform/files/veil-image.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findConversation } from '../conversation-store.ts';
import { attachmentKey } from './attachment-store.ts';
import { hintFiles } from './hint-files.ts';
import { findSensitive, type SensitiveFile, saveDataKey } from './sensitive-store.ts';

type Ground = Pick<Platform, 'database' | 'files' | 'keys' | 'live'>;

/** Encrypts one sensitive file. Run again it finishes what an earlier run began. */
export const sealAttachment: JobType<{ attachmentId: string }> = {
  name: 'conversations.seal-file',
  schema: z.object({ attachmentId: z.uuid() }),
  retries: 8,
  key: ({ attachmentId }) => attachmentId,
};

/** Files held whole in memory at once, to be encrypted or opened. */
const turnstile = createTurnstile(2);

/**
 * Keeps a sensitive file encrypted under a data key of its own, then removes its open bytes. Killed at any step, the next run goes on: the
 * open bytes go only once the key is committed. Its preview gives way to one through which nothing can be read.
 */
export async function sealOne(platform: Ground, attachmentId: string): Promise<void> {
  const { database, files } = platform;
  const file = await findSensitive(database.reader(), attachmentId);
  if (!file) return;
  if (file.dataKey === null) await turnstile(() => seal(platform, file));
  await files.remove(attachmentKey(attachmentId, 'original'));
  await files.remove(attachmentKey(attachmentId, 'preview'));
}

async function seal(platform: Ground, { id, type, conversationId }: SensitiveFile): Promise<void> {
  const { database, files, keys } = platform;
  const bytes = await whole(files, attachmentKey(id, 'original'));
  if (type.startsWith('image/'))
    await files.put(attachmentKey(id, 'veil'), await veilImage(bytes), { type: 'image/webp' });
  const dataKey = newDataKey();
  const key = sealedKey(id, dataKey);
  await files.put(key, sealFile(dataKey, key, bytes));
  const saved = await database.write(async (tx) => {
    if (!(await saveDataKey(tx, id, wrapKey(keys, dataKey)))) return false;
    const conversation = conversationId && (await findConversation(tx, conversationId));
    if (conversation) await hintFiles(tx, platform, conversation, [id]);
    return true;
  });
  if (!saved) await files.remove(key);
}

/** The bytes of a file, encrypted or not. Throws FileMissing. */
export async function openedBytes(
  { files, keys }: Pick<Ground, 'files' | 'keys'>,
  file: Pick<SensitiveFile, 'id' | 'dataKey'>,
): Promise<Buffer> {
  if (file.dataKey === null) return whole(files, attachmentKey(file.id, 'original'));
  const dataKey = unwrapKey(keys, file.dataKey);
  const key = sealedKey(file.id, dataKey);
  return turnstile(async () => openFile(dataKey, key, await whole(files, key)));
}

/** Named after its key, so that of two runs at once neither writes over what the other committed. */
const sealedKey = (id: string, dataKey: Buffer) =>
  `attachments/${id}/sealed-${createHash('sha256').update(dataKey).digest('hex').slice(0, 16)}`;

async function whole(files: Platform['files'], key: string): Promise<Buffer> {
  const { stream } = await files.read(key);
  return Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>));
}
