import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../platform/config/read-config.ts';
import { chooseDataDirectory, EmbeddedPostgresError } from '../platform/embedded-postgres/index.ts';
import { BackupError } from './backup-error.ts';
import { makeBackup } from './make-backup.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';

const project = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Where a command was given, and what it says to whom. */
interface Surroundings {
  readonly environment: Record<string, string | undefined>;
  /** What relative paths of backups begin at. */
  readonly directory: string;
  readonly say: (words: string) => void;
  readonly complain: (words: string) => void;
}

/**
 * `npm run backup` and `npm run restore`, with what stands after the name. Answers the exit code. What goes wrong is said in one
 * paragraph, with what to do.
 */
export async function runCommand(
  command: 'backup' | 'restore',
  words: string[],
  { environment, directory, say, complain }: Surroundings,
): Promise<number> {
  try {
    const given = readWords(command, words);
    const config = readConfig(environment, given.options);
    if (config.DATABASE_URL) throw new BackupError(otherDatabase(command));
    const folder = resolve(directory, given.folder);
    const dataDirectory = resolve(config.DATA_DIRECTORY ?? (await chooseDataDirectory(project)));
    if (command === 'backup') {
      say(`Backing up ${dataDirectory} to ${folder} ...`);
      const filesOnDisk = !config.S3_BUCKET;
      say(madeWords(folder, await makeBackup({ dataDirectory, folder, filesOnDisk })));
    } else {
      say(`Restoring ${folder} into ${dataDirectory} ...`);
      say(restoredWords(dataDirectory, await restoreBackup({ dataDirectory, folder })));
    }
    return 0;
  } catch (error) {
    complain(explain(command, error));
    return 1;
  }
}

function readWords(command: string, words: string[]): { folder: string; options: string[] } {
  const usage = `Use: npm run ${command} -- DIRECTORY [--data-directory DIRECTORY]`;
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { 'data-directory': { type: 'string' } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new BackupError(`Name one directory for the backup. ${usage}`);
    const data = values['data-directory'];
    return { folder, options: data === undefined ? [] : ['--data-directory', data] };
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError(`${(cause as Error).message}. ${usage}`, { cause });
  }
}

const otherDatabase = (command: 'backup' | 'restore'): string =>
  `DATABASE_URL is set, and "npm run ${command}" is for the embedded database only. ` +
  (command === 'backup'
    ? 'Back up a PostgreSQL server with its own means: the snapshots of the service that runs it, or pg_dump --format=custom of the whole database.'
    : 'Restore a PostgreSQL server with its own means: the snapshots of the service that runs it, or pg_restore of what pg_dump wrote.') +
  ' For an embedded database run the command without DATABASE_URL.';

function madeWords(folder: string, { begun, ended, list, holdsFiles }: Manifest): string {
  const seconds = (Date.parse(ended) - Date.parse(begun)) / 1000;
  const lines = [
    `Done in ${seconds.toFixed(1)} s: ${list.files} files, ${(list.bytes / 1024 / 1024).toFixed(1)} MiB in ${folder}.`,
    'It holds every conversation and the keys of this installation: keep it where only you can read it.',
    ...(holdsFiles ? [] : ['Attachments are in the bucket (S3_BUCKET) and not in it: copy the bucket now.']),
    'SECRET, if you set it, is not in it: keep that elsewhere.',
  ];
  return lines.join('\n');
}

function restoredWords(dataDirectory: string, { version, begun, holdsFiles }: Manifest): string {
  const lines = [
    `Done. ${dataDirectory} is as it was at ${begun} or just after; Fairlead ${version} made the backup.`,
    ...(holdsFiles
      ? []
      : ['Attachments are not in it: start with the S3_BUCKET of then, or with a copy of that bucket.']),
    'Start with the SECRET of then, if one was set.',
  ];
  return lines.join('\n');
}

function explain(command: string, error: unknown): string {
  if (error instanceof BackupError || error instanceof EmbeddedPostgresError) return error.message;
  if (error instanceof ConfigError)
    return `A setting is not right.\n${error.message}\nSee docs/operations.md.`;
  const { code, path = '', message, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') {
    return `The disk is full. Nothing is left of the ${command}. Make room, or name a directory on another disk.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path || 'A file'} cannot be read or written (${message}). Run the command as the user that runs Fairlead, and name a directory that this user can write.`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${path} is in the way (${message}). Name another directory.`;
  return `The ${command} failed.\n${stack ?? String(error)}`;
}
