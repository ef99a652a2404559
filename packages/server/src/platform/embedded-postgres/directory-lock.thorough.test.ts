import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { lockDirectory } from './directory-lock.ts';
import { identifyProcess } from './process-identity.ts';

async function makeLockFile(): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, file: join(folder, 'lock') };
}

test('one holder at a time, and the next after its release', async () => {
  const { folder, file } = await makeLockFile();
  const lock = await lockDirectory(file, folder);
  await expect(lockDirectory(file, folder)).rejects.toMatchObject({ code: 'directory_in_use' });
  await lock.release();
  const next = await lockDirectory(file, folder);
  // The first one's release is over; it must not end the second one's hold.
  await lock.release();
  await expect(lockDirectory(file, folder)).rejects.toMatchObject({ code: 'directory_in_use' });
  await next.release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many at once exactly one wins, also over a stale lock', async () => {
  const left = '999999999\nlong ago\n';
  const cases = [[], ['lock'], ['lock', 'lock.stale'], ['lock', 'lock.stale', 'lock.stale.stale']];
  // Often, since the race is about moments.
  for (const stale of Array.from({ length: 4 }, () => cases).flat()) {
    const { folder, file } = await makeLockFile();
    for (const name of stale) await writeFile(join(folder, name), left);
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockDirectory(file, folder)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
  }
}, 30_000);

test('a lock of a dead process, of another life of its number, or of nonsense does not block', async () => {
  for (const left of ['999999999\nlong ago\n', `${process.pid}\nanother birth\n`, '', 'nonsense']) {
    const { folder, file } = await makeLockFile();
    await writeFile(file, left);
    const lock = await lockDirectory(file, folder);
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`));
    await lock.release();
  }
});

test('a process has one identity as long as it lives', async () => {
  const own = await identifyProcess(process.pid);
  expect(own).toMatch(/\d/);
  expect(await identifyProcess(process.pid)).toBe(own);
  expect(await identifyProcess(process.ppid)).not.toBe(own);
  expect(await identifyProcess(999_999_999)).toBeUndefined();
});
