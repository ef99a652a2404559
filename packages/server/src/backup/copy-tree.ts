import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFile } from './copy-file.ts';
import type { ListWriter } from './file-list.ts';

/** What of a directory is copied. Paths are relative to the directory that the copying began with. */
export type Choice = (path: string, kind: 'file' | 'directory') => boolean;

/** A backup that is being filled: its folder, and the list of what is in it. */
export interface Filling {
  readonly folder: string;
  readonly list: ListWriter;
  /** Ends the filling before the next file, with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Copies a directory that may change meanwhile to a path in the backup. What vanishes before it is reached is left out, and so is
 * what is neither a file nor a directory: whoever owns the source could plant a link there to what only we may read.
 */
export async function copyTree(
  backup: Filling,
  source: string,
  path: string,
  choose: Choice,
  inside = '',
): Promise<void> {
  const entries = await readdir(join(source, inside), { withFileTypes: true }).catch(ifGone);
  if (!entries) return;
  await addDirectory(backup, path);
  for (const entry of entries) {
    const below = join(inside, entry.name);
    const to = `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      if (choose(below, 'directory')) await copyTree(backup, source, to, choose, below);
    } else if (entry.isFile() && choose(below, 'file')) {
      await addFile(backup, join(source, below), to);
    }
  }
}

/** Makes a directory in the backup. */
export async function addDirectory({ folder, list }: Filling, path: string): Promise<void> {
  await mkdir(join(folder, path), { mode: 0o700 });
  await list.add({ path, directory: true });
}

/** Copies a file into the backup. Answers whether it was there. */
export async function addFile(
  { folder, list, signal }: Filling,
  from: string,
  path: string,
): Promise<boolean> {
  signal?.throwIfAborted();
  const copied = await copyFile(from, join(folder, path));
  if (copied) await list.add({ path, ...copied });
  return copied !== undefined;
}

const ifGone = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};
