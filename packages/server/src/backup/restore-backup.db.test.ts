import { mkdir, readdir, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../platform/embedded-postgres/embedded-postgres.testing.ts';
import { flipByte } from './backup.testing.ts';
import { addDirectory, addFile } from './copy-tree.ts';
import { createList, type Listed } from './file-list.ts';
import { machine, writeManifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';

const listed = ['postgres/cluster/PG_VERSION', 'postgres/password', 'files/one@'];

/** A backup with next to nothing in it: complete by its manifest, and never good enough to start a database on. */
async function makeSmallBackup(options: { machine?: string; stray?: Listed } = {}) {
  const parent = await makeFolder(0o711);
  const [folder, target] = [join(parent, 'backup'), join(parent, 'target')];
  await mkdir(folder);
  const source = join(parent, 'source');
  await writeFile(source, 'some bytes');
  const list = await createList(join(folder, 'files.jsonl'));
  const backup = { folder, list };
  for (const path of ['postgres', 'postgres/cluster', 'files']) await addDirectory(backup, path);
  for (const path of listed) await addFile(backup, source, path);
  if (options.stray) await list.add(options.stray);
  await writeManifest(folder, {
    version: '0.1.0',
    machine: options.machine ?? machine,
    begun: '2026-01-01T00:00:00.000Z',
    ended: '2026-01-01T00:00:01.000Z',
    migrations: [],
    holdsFiles: true,
    list: await list.finish(),
  });
  await list.close();
  const restore = () => restoreBackup({ folder, dataDirectory: target });
  return { folder, target, restore };
}

test.each([...listed, 'files.jsonl', 'manifest.json'])('damage to %s is found', async (path) => {
  const { folder, target, restore } = await makeSmallBackup();
  const file = join(folder, path);
  const refused = async (words: RegExp) => {
    await expect(restore()).rejects.toThrow(words);
    await expect(readdir(target).catch(() => [])).resolves.toEqual([]);
  };
  await flipByte(file);
  await refused(
    /^The backup in .* is damaged: .* is not as it was written\. Nothing was restored\. Use another/,
  );
  await flipByte(file);
  await rename(file, `${file}.away`);
  await refused(/is missing\..*Nothing was restored/);
  await rename(`${file}.away`, file);
  await truncate(file, 5);
  await refused(/is not as it was written/);
});

test('a list that leads out of the backup is not followed', async () => {
  const sha256 = '0'.repeat(64);
  for (const path of ['files/../../one', '/etc/passwd', 'elsewhere/one', 'files//one']) {
    const { restore, target } = await makeSmallBackup({ stray: { path, size: 1, sha256 } });
    await expect(restore(), path).rejects.toThrow(/files\.jsonl .*names .*Nothing was restored/);
    expect(await readdir(target)).toEqual([]);
  }
});

test('a backup of another kind of machine is refused with its name', async () => {
  const foreign = await makeSmallBackup({ machine: 'plan9-mips' });
  await expect(foreign.restore()).rejects.toThrow(/made on plan9-mips.*Restore it on plan9-mips/);
});

test('what an interrupted restore left is named, and no other data directory is touched', async () => {
  const { restore, target } = await makeSmallBackup();
  await mkdir(join(target, '.restoring-1'), { recursive: true });
  await expect(restore()).rejects.toThrow(/interrupted restore left.*rm -r .*\.restoring-1/);
  await rename(join(target, '.restoring-1'), join(target, 'something'));
  await expect(restore()).rejects.toThrow(/is not empty/);
  expect(await readdir(target)).toEqual(['something']);
});

test('a database that does not start leaves nothing behind', async () => {
  const { restore, target } = await makeSmallBackup();
  await expect(restore()).rejects.toMatchObject({ code: 'failed_to_start' });
  expect(await readdir(target)).toEqual([]);
});
