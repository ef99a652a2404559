import { saidOfIdentity, seenOfIdentity, showsIdentity } from '@fairlead/shield/identity';
import { z } from 'zod';
import { system } from '../../../platform/actor.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { PictureText } from '../../../platform/picture-text/picture-text.ts';
import type { Platform } from '../../../platform/platform.ts';
import { keepFilesSensitive, openFilePlaces, readPicture, textWithFile } from '../../conversations/index.ts';

const order = z.object({ fileId: z.uuid(), language: z.string() });

/** Looks whether a picture of a conversation without a ticket shows an identity document. */
export const judgePictureJob: JobType<z.infer<typeof order>> = {
  name: 'tickets.judge-picture',
  schema: order,
  retries: 1,
  // The reader takes one at a time; those that wait for it would seem to take long.
  atOnce: 1,
  key: ({ fileId }) => fileId,
};

/** Does the job: reads the picture for this alone, and keeps nothing of it. One that fails at the last attempt is left as it is. */
export async function judgePicture(
  platform: Platform,
  { fileId, language }: z.infer<typeof order>,
  last: boolean,
): Promise<void> {
  const { database, files, log, pictureReader } = platform;
  if (!pictureReader.ready) return;
  const picture = await readPicture(database.reader(), { files }, fileId);
  if (!picture) return;
  const text = await pictureReader.read(picture, language).catch((error) => {
    if (!last) throw error;
    log.warn({ err: error, fileId }, 'a picture was not judged');
    return null;
  });
  if (text) await protectIfIdentity(platform, fileId, text);
}

/**
 * Keeps a picture of a conversation as identity documents are kept, where what is read in it and what was written with it say that it shows one. Answers whether
 * it did.
 */
export async function protectIfIdentity(
  platform: Platform,
  fileId: string,
  text: PictureText,
): Promise<boolean> {
  const { database } = platform;
  const reader = database.reader();
  const place = (await openFilePlaces(reader, [fileId])).get(fileId);
  if (!place || !('conversationId' in place)) return false;
  const { conversationId } = place;
  const seen = seenOfIdentity(linesOf(text));
  if (seen === 0) return false;
  const said = saidOfIdentity(await textWithFile(reader, conversationId, fileId));
  if (!showsIdentity(said, seen)) return false;
  await database.write((tx) => keepFilesSensitive(tx, platform, system('tickets'), conversationId, [fileId]));
  return true;
}

/** Lines as often as they were read. The lines of a machine-readable zone are long words, which stand by themselves. */
function linesOf({ readings, longIds }: PictureText): string[][] {
  const rows = longIds.flatMap((it) => it.rows);
  const most = Math.max(0, ...rows.map((it) => it.length));
  const long = Array.from({ length: most }, (_, turn) => rows.map((it) => it[turn] ?? it.at(-1) ?? ''));
  return [...readings.map((lines) => [...lines, ...(long[0] ?? [])]), ...long];
}
