import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { linkLibraries } from './link-libraries.ts';
import { makeDirectory } from './make-directory.ts';

/**
 * Copies PostgreSQL to `target`, readable by everyone whatever the modes of the source. It appears whole or not at all; when
 * another process was quicker, its copy stays.
 */
export async function copyBinaries(source: string, target: string): Promise<void> {
  const draft = `${target}.${randomUUID()}`;
  try {
    await makeDirectory(dirname(target), 0o755);
    await copyFolder(source, draft, 0o644);
    await linkLibraries(draft);
    await rename(draft, target);
  } catch (cause) {
    if (existsSync(target)) return;
    throw new EmbeddedPostgresError(
      'not_writable',
      `PostgreSQL cannot be run from where it is installed, and could not be copied to ${target}: ${(cause as Error).message}\nMake that place writable, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function copyFolder(source: string, target: string, mode: number): Promise<void> {
  await mkdir(target);
  await chmod(target, 0o755);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) await copyFolder(from, to, entry.name === 'bin' ? 0o755 : mode);
    else if (entry.isFile()) await copyFile(from, to).then(() => chmod(to, mode));
  }
}
