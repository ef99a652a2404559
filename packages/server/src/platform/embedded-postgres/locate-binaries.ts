import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { copyBinaries } from './copy-binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { linkLibraries } from './link-libraries.ts';
import { type RuntimeUser, runAs } from './runtime-user.ts';

/** The installed folder with `bin`, `lib` and `share` for this machine. */
export function findInstalledBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'binaries_missing',
      `The embedded database for this machine (${name}) is not installed. Run "npm install" without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/**
 * The `bin` directory of a PostgreSQL that the user can run: the installed one, with its library links made where the install
 * scripts did not run; or, where that user cannot reach it or the links cannot be made, a copy below `place`, made once for
 * each version.
 */
export async function locateBinaries(
  installed: string,
  user: RuntimeUser,
  place: string,
  log: (line: string) => void,
): Promise<string> {
  const first = (await linkLibraries(installed)) ? await tryBinaries(user, installed) : undefined;
  if (first?.status === 0) return join(installed, 'bin');
  const { name, version } = JSON.parse(await readFile(join(installed, '..', 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const mark = createHash('sha256').update(`${name}@${version}`).digest('hex').slice(0, 12);
  const copy = join(place, `postgres-${version.split('.')[0]}-${mark}`);
  if (!existsSync(copy)) {
    log(`copying PostgreSQL to ${copy}, where ${user.name} can run it`);
    await copyBinaries(installed, copy);
  }
  const second = await tryBinaries(user, copy);
  if (second.status === 0) return join(copy, 'bin');
  throw new EmbeddedPostgresError(
    'binaries_missing',
    `The embedded PostgreSQL does not run on this machine: ${second.output}\nSet DATABASE_URL to a PostgreSQL server.`,
  );
}

const tryBinaries = (user: RuntimeUser, folder: string) =>
  runAs(user, join(folder, 'bin', 'postgres'), ['--version']);
