import { Buffer } from 'node:buffer';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf, keyOf, placeOf } from './disk-file-place.ts';
import { createDiskFileStore } from './disk-file-store.ts';
import { describeFileStore, readBytes } from './file-store-conformance.testing.ts';
import { openFileStore } from './open-file-store.ts';

async function makeRoot(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-disk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'files');
}

describeFileStore('files on disk', async () => createDiskFileStore(await makeRoot()));

test('files are closed to other users, and no empty folders or drafts stay', async () => {
  const root = await makeRoot();
  const store = createDiskFileStore(root);
  await store.put('attachments/1/original', Buffer.from('x'));
  const made = await readdir(root, { recursive: true });
  expect(made.length).toBeGreaterThan(3);
  for (const path of ['', ...made]) expect((await stat(join(root, path))).mode & 0o077, path).toBe(0);
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half');
      throw new Error('gone');
    })(),
  );
  await expect(store.put('attachments/1/preview', broken)).rejects.toThrow('gone');
  await store.remove('attachments/1/original');
  expect(await readdir(root, { recursive: true })).toEqual(['.drafts']);
});

test('drafts of a killed process are cleared after a day, those of a live one are left alone', async () => {
  const root = await makeRoot();
  const drafts = join(root, '.drafts');
  await mkdir(drafts, { recursive: true });
  for (const name of ['old', 'new']) await writeFile(join(drafts, name), 'half');
  await utimes(join(drafts, 'old'), new Date('2020-01-01'), new Date('2020-01-01'));
  await createDiskFileStore(root).put('a/b', Buffer.from('x'));
  expect(await readdir(drafts)).toEqual(['new']);
});

test('an error of the disk is not taken for a missing file', async () => {
  const root = await makeRoot();
  const store = createDiskFileStore(root);
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'a'), 'a file where a folder belongs');
  await expect(store.exists('a/b')).rejects.toThrow('ENOTDIR');
  await expect(store.read('a/b')).rejects.toThrow('ENOTDIR');
});

test('every key has its own place, and the place tells the key', () => {
  const part = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/);
  const key = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(key, key, fc.nat(), (one, other, cut) => {
      const place = placeOf('/root', one);
      expect(keyOf(place.slice('/root/'.length))).toBe(one);
      expect(place === placeOf('/root', other)).toBe(one === other);
      const folder = folderOf(one.slice(0, cut % (one.length + 1)));
      expect(place.startsWith(join('/root', folder))).toBe(true);
    }),
  );
});

test('without a bucket files are kept in the data directory', async () => {
  const dataDirectory = await makeRoot();
  const store = openFileStore(
    { S3_REGION: 'us-east-1' } as Parameters<typeof openFileStore>[0],
    dataDirectory,
  );
  await store.put('a/b', Buffer.from('x'));
  expect((await readBytes(store, 'a/b')).size).toBe(1);
  expect(await readdir(dataDirectory)).toEqual(['files']);
});
