import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './embedded-postgres.testing.ts';
import { findInstalledBinaries, locateBinaries } from './locate-binaries.ts';
import { findRuntimeUser, isRoot, runAs } from './runtime-user.ts';

/** The installed package as npm leaves it when it runs no install scripts: without the links. */
async function installAnew(folder: string): Promise<string> {
  const installed = findInstalledBinaries();
  const copied = join(folder, 'package');
  const native = join(copied, 'native');
  await mkdir(copied, { recursive: true });
  await cp(join(dirname(installed), 'package.json'), join(copied, 'package.json'));
  // Without `share`, a thousand files that these tests do not need.
  const wanted = async (path: string) =>
    path !== join(installed, 'share') && !(await lstat(path)).isSymbolicLink();
  await cp(installed, native, { recursive: true, filter: wanted });
  expect(existsSync(join(native, 'lib', 'libicuuc.so.60'))).toBe(false);
  return native;
}

test('makes the library links in place where the install scripts did not run', async () => {
  const folder = await makeFolder(0o711);
  const native = await installAnew(folder);
  const user = await findRuntimeUser();
  const bin = await locateBinaries(native, user, join(folder, 'shared'), () => {});
  expect(bin).toBe(join(native, 'bin'));
  expect((await runAs(user, join(bin, 'postgres'), ['--version'])).output).toMatch(/^postgres .* 18\./);
  expect(existsSync(join(folder, 'shared'))).toBe(false);
});

test('copies once to where the user of the database can run it, and leaves the place it came from alone', async () => {
  const closed = await makeFolder(0o700);
  const shared = join(await makeFolder(0o711), 'shared');
  const native = await installAnew(closed);
  // Root is stopped by nothing but must not run it there; an ordinary user can run it but not make the links.
  const lib = join(native, 'lib');
  await chmod(lib, isRoot() ? 0o700 : 0o500);
  const mode = (await lstat(lib)).mode;
  const user = await findRuntimeUser();
  const said: string[] = [];
  const bin = await locateBinaries(native, user, shared, (line) => said.push(line));
  expect(bin).toMatch(/shared\/postgres-18-[0-9a-f]{12}\/bin$/);
  expect((await runAs(user, join(bin, 'initdb'), ['--version'])).output).toMatch(/^initdb .* 18\./);
  expect((await lstat(lib)).mode).toBe(mode);
  expect((await lstat(closed)).mode & 0o777).toBe(0o700);

  expect(await locateBinaries(native, user, shared, (line) => said.push(line))).toBe(bin);
  expect(said).toHaveLength(1);
  expect(await readdir(shared)).toHaveLength(1);
  await chmod(lib, 0o700);
});

test('says that the binaries are missing when they cannot run', async () => {
  const folder = await makeFolder(0o711);
  const native = await installAnew(folder);
  await rm(join(native, 'lib', 'libicuuc.so.60.2'));
  await expect(
    locateBinaries(native, await findRuntimeUser(), join(folder, 'shared'), () => {}),
  ).rejects.toMatchObject({
    code: 'binaries_missing',
    message: expect.stringContaining('DATABASE_URL') as string,
  });
});
