import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import { syncPath } from './copy-file.ts';
import { listSummary } from './file-list.ts';

const format = 1;
const manifestName = 'manifest.json';
export const listName = 'files.jsonl';

const migrations = z.array(z.object({ name: z.string(), hash: z.string() }));
/** The migrations applied to a database, in order. */
export type Migrations = z.infer<typeof migrations>;

const manifest = z.object({
  format: z.literal(format),
  /** The release of Fairlead that made the backup. */
  version: z.string(),
  /** System and processor: a cluster works on its like only. */
  machine: z.string(),
  /** The restored installation is as it was at a moment between these two. */
  begun: z.iso.datetime(),
  ended: z.iso.datetime(),
  migrations,
  /** Whether files were kept on disk, and so are here; else they are in a bucket, and are not. */
  holdsFiles: z.boolean(),
  /** Of the list of files beside the manifest. */
  list: listSummary,
});
/** What a complete backup says of itself. */
export type Manifest = z.infer<typeof manifest>;

/** The system and processor of this machine. */
export const machine = `${process.platform}-${process.arch}`;

/** Declares a backup complete. It is written last and appears whole or not at all, sealed with a hash of its own. */
export async function writeManifest(folder: string, entries: Omit<Manifest, 'format'>): Promise<Manifest> {
  const written = { format, ...entries } as const;
  const draft = join(folder, `${manifestName}.draft`);
  const text = `${JSON.stringify({ ...written, seal: sealOf(written) }, null, 2)}\n`;
  await writeFile(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  await rename(draft, join(folder, manifestName));
  await syncPath(folder);
  return written;
}

/** Reads the manifest of a backup. Throws BackupError when there is none, or not as it was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw new BackupError(
      `${folder} holds no complete backup: its ${manifestName} is missing. It is written last, so the backup was interrupted, or this is another directory. Nothing was restored. Name a directory that "npm run backup" reported as done.`,
      { cause: error },
    );
  });
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    // Told below, like any other damage.
  }
  const { seal, ...rest } = z.looseObject({ seal: z.unknown() }).catch({ seal: null }).parse(found);
  if (sealOf(rest) !== seal) {
    throw new BackupError(
      `The backup in ${folder} is damaged: its ${manifestName} is not as it was written. Nothing was restored. Use another backup, or another copy of this one.`,
    );
  }
  const known = manifest.safeParse(rest);
  if (known.success) return known.data;
  throw new BackupError(
    `The backup in ${folder} was made by a release of Fairlead (${String(rest['version'])}) whose backups this one does not read. Nothing was restored. Restore it with that release.`,
  );
}

const sealOf = (entries: object): string =>
  createHash('sha256').update(JSON.stringify(entries)).digest('hex');
