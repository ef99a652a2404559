import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { folderOf, keyOf, placeOf } from './disk-file-place.ts';
import {
  FileMissing,
  type FileStore,
  RangeUnsatisfiable,
  requireKey,
  requirePrefix,
  requireRange,
} from './file-store.ts';

const day = 86_400_000;

/** Keeps files below a directory, which is made with its first file and is closed to other users. */
export function createDiskFileStore(root: string): FileStore {
  const drafts = join(root, '.drafts');
  let prepared: Promise<void> | undefined;
  const prepare = () => (prepared ??= prepareDrafts(drafts));
  return {
    async put(key, body) {
      requireKey(key);
      await prepare();
      const draft = join(drafts, randomUUID());
      try {
        await writeFile(draft, body, { mode: 0o600, flag: 'wx', flush: true });
        await moveInto(draft, placeOf(root, key), root);
      } finally {
        await rm(draft, { force: true });
      }
    },
    async read(key, range) {
      requireKey(key);
      if (range) requireRange(key, range);
      const file = await open(placeOf(root, key), constants.O_RDONLY).catch(
        (error: NodeJS.ErrnoException) => {
          throw error.code === 'ENOENT' ? new FileMissing(key, { cause: error }) : error;
        },
      );
      try {
        const { size } = await file.stat();
        if (range && range.start >= size) throw new RangeUnsatisfiable(key);
        const stream: Readable = file.createReadStream(range);
        return { stream, size };
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    async exists(key) {
      requireKey(key);
      return stat(placeOf(root, key)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false;
          throw error;
        },
      );
    },
    async remove(key) {
      requireKey(key);
      const place = placeOf(root, key);
      await unlink(place).catch(ignore('ENOENT'));
      await removeEmpty(dirname(place), root);
    },
    async *list(prefix) {
      requirePrefix(prefix);
      for await (const path of walk(join(root, folderOf(prefix)))) {
        const key = keyOf(relative(root, path));
        if (key?.startsWith(prefix)) yield key;
      }
    },
  };
}

/** Makes the folder where files wait until they are whole, and clears what a process that was killed left there. */
async function prepareDrafts(drafts: string): Promise<void> {
  await mkdir(drafts, { recursive: true, mode: 0o700 });
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < Date.now() - day) await rm(path, { force: true });
  }
}

async function moveInto(draft: string, place: string, root: string): Promise<void> {
  const folder = dirname(place);
  for (let attempt = 1; ; attempt++) {
    try {
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(draft, place);
      await syncUpTo(folder, made ? dirname(made) : folder, root);
      return;
    } catch (error) {
      // A removal may just have cleared the folder because it was empty.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === 10) throw error;
    }
  }
}

/** Names survive a power cut only once their folders are on disk: from one folder up to another, or to the root. */
async function syncUpTo(folder: string, last: string, root: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(ignore('ENOENT'));
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
  if (folder !== last && folder !== root) await syncUpTo(dirname(folder), last, root);
}

async function removeEmpty(folder: string, root: string): Promise<void> {
  if (folder === root) return;
  try {
    await rmdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
  }
  await removeEmpty(dirname(folder), root);
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ignore('ENOENT'));
  for (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const ignore =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
  };
