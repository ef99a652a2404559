import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { looksSame } from '../../../platform/files/compare-looks.ts';
import { keysOf } from '../../../platform/files/picture-keys.ts';
import { lookAt } from '../../../platform/files/picture-look.ts';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readPicture } from '../../conversations/index.ts';
import { insertCopies, likelyCopies, saveLook } from './picture-store.ts';

const order = z.object({ fileId: z.uuid() });

/** Looks at a picture of a ticket and finds those that look the same. */
export const seePictureJob: JobType<z.infer<typeof order>> = {
  name: 'tickets.see-picture',
  schema: order,
  retries: 3,
  key: ({ fileId }) => fileId,
};

/** Does it. What turned out to be sensitive meanwhile, or is gone, is not looked at. */
export async function seePicture(
  { database, files }: Pick<Platform, 'database' | 'files'>,
  fileId: string,
): Promise<void> {
  const picture = await readPicture(database.reader(), { files }, fileId);
  const look = picture && (await lookAt(picture));
  if (!look) return;
  const keys = keysOf(look);
  // Kept before others are looked for: of two that come at once, one finds the other.
  if (!(await database.write((tx) => saveLook(tx, fileId, keys, look)))) return;
  const copies: string[] = [];
  for (const other of await likelyCopies(database.reader(), fileId, keys)) {
    // A comparison takes milliseconds; chats of the same node go on in between.
    await setImmediate();
    if (looksSame(look, other.look)) copies.push(other.id);
  }
  await database.write((tx) => insertCopies(tx, fileId, copies));
}
