import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import { syncPath } from './copy-file.ts';

/** Paths lead down from the backup's folder, to where a backup keeps things and nowhere else. */
const path = z.string().refine((text) => {
  const [first = '', ...rest] = text.split('/');
  return ['postgres', 'files'].includes(first) && rest.every((part) => !['', '.', '..'].includes(part));
});
const listedFile = z.object({ path, size: z.number().int().min(0), sha256: z.string().length(64) });
const listedDirectory = z.object({ path, directory: z.literal(true) });
const listed = z.union([listedFile, listedDirectory]);

/** A file or directory of a backup. A directory comes before what is in it. */
export type Listed = z.infer<typeof listed>;

/** What a list comes to. The hash is that of the list itself: it stands for every file in it. */
export const listSummary = z.object({
  files: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string().length(64),
});
type ListSummary = z.infer<typeof listSummary>;

/** The list of a backup's files while it is written: a line of JSON each. */
export interface ListWriter {
  add(entry: Listed): Promise<void>;
  /** Brings the list to the disk. */
  finish(): Promise<ListSummary>;
  /** Lets the file go, finished or not. */
  close(): Promise<void>;
}

export async function createList(file: string): Promise<ListWriter> {
  const handle = await open(file, 'wx', 0o600);
  const hash = createHash('sha256');
  let files = 0;
  let bytes = 0;
  return {
    async add(entry) {
      const line = `${JSON.stringify(entry)}\n`;
      hash.update(line);
      await handle.writeFile(line);
      if ('directory' in entry) return;
      files++;
      bytes += entry.size;
    },
    async finish() {
      await handle.sync();
      return { files, bytes, sha256: hash.digest('hex') };
    },
    close: () => handle.close(),
  };
}

/** The hash of a list as it lies on the disk. */
export async function hashList(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** What a list names, in its order. Throws BackupError for what cannot be in a backup. */
export async function* readList(file: string): AsyncGenerator<Listed> {
  for await (const line of createInterface(createReadStream(file))) {
    const entry = listed.safeParse(JSON.parse(line));
    if (!entry.success) {
      throw new BackupError(
        `${file} names what no backup holds: ${line}. Nothing was restored. Use another backup.`,
      );
    }
    yield entry.data;
  }
}

/**
 * Brings what a list names to the disk, as it lies below a folder. After all is written and many at a time: that takes a tenth of the
 * time of waiting for each file when it is written.
 */
export async function syncListed(list: string, folder: string): Promise<void> {
  const entries = readList(list);
  const work = async () => {
    for await (const { path } of entries) await syncPath(join(folder, path));
  };
  await Promise.all(Array.from({ length: 8 }, work));
}
