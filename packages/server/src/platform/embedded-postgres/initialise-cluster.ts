import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { DirectoryLayout } from './prepare-directory.ts';
import { giveTo, isRoot, type RuntimeUser, runAs } from './runtime-user.ts';

/** The only role of the cluster. */
export const superuser = 'fairlead';

const draftMark = '.new.';
/** Character classes follow Unicode wherever the system has such a locale: with plain C, pg_trgm sees ASCII letters only. */
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Makes the cluster if there is none: UTF-8, the builtin locale provider (order by code point, the same on every machine and
 * after every system update), and one superuser whose random password is kept in a file that only we may read. The cluster
 * gets its name last, so an interruption leaves none, and what it left is cleared here.
 */
export async function initialiseCluster(
  layout: DirectoryLayout,
  options: { user: RuntimeUser; binDirectory: string; durable: boolean },
): Promise<void> {
  const { directory, cluster, log, password } = layout;
  if (!existsSync(log)) {
    await mkdir(log, { mode: 0o700 });
    await giveTo(options.user, log);
  }
  for (const name of await readdir(directory)) {
    const drafts = [basename(cluster), basename(password)].map((of) => of + draftMark);
    if (drafts.some((draft) => name.startsWith(draft))) {
      await rm(join(directory, name), { recursive: true, force: true });
    }
  }
  if (existsSync(cluster)) return;

  const draft = `${cluster}${draftMark}${randomUUID()}`;
  const secret = `${password}${draftMark}${randomUUID()}`;
  await mkdir(draft, { mode: 0o700 });
  await giveTo(options.user, draft);
  await writeFile(secret, `${randomBytes(32).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  await giveTo(options.user, secret);
  await runInitdb(draft, secret, options);
  if (isRoot()) await chown(secret, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
  await rename(secret, password);
  await rename(draft, cluster);
  if (options.durable) await syncDirectory(dirname(cluster));
}

async function runInitdb(
  draft: string,
  secret: string,
  { user, binDirectory, durable }: { user: RuntimeUser; binDirectory: string; durable: boolean },
): Promise<void> {
  let output = '';
  for (const locale of characterLocales) {
    const args = `--auth=scram-sha-256 --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --lc-ctype=${locale} --no-instructions`;
    const result = await runAs(user, join(binDirectory, 'initdb'), [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${secret}`,
      ...args.split(' '),
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (result.status === 0) return;
    output = result.output;
    if (!output.includes('invalid locale name')) break;
  }
  const hint = output.includes('could not look up effective user ID')
    ? '\nPostgreSQL wants a user with an account on this system. Start Fairlead as one, or set DATABASE_URL to a PostgreSQL server.'
    : '';
  throw new EmbeddedPostgresError(
    'failed_to_start',
    `The embedded database could not be created in ${dirname(draft)}.\n${output}${hint}`,
  );
}

/** Renames survive a power cut only once their directory is on disk. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
