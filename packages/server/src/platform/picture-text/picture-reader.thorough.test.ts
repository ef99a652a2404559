import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createPictureReader, type PictureReader } from './picture-reader.ts';

const log = createLog('silent');
/** It takes two seconds of a core, which machines may not have at once. */
const patient = { timeout: 120_000 };
const open: PictureReader[] = [];
/** A reader that does not stand back behind the other tests. */
const reader = (patience = 90_000) => {
  const made = createPictureReader({ on: true, log }, { patience, idle: 60_000, nice: 0 });
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const it of open.splice(0)) await it.stop();
});

const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

test('an empty picture has no text; what is no picture is none', patient, async () => {
  const it = reader();
  expect(await it.read(await draw(400, 300), 'en')).toMatchObject({ longIds: [] });
  expect(await it.read(new TextEncoder().encode('no picture'), 'en')).toBeNull();
  const hundredMegapixels = '<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="10000"/>';
  expect(await it.read(new TextEncoder().encode(hundredMegapixels), 'en')).toBeNull();
  expect(await it.read(new Uint8Array(26 * 1024 * 1024), 'en')).toBeNull();
});

test('a picture that takes too long is given up, and the next one is read by a new process', async () => {
  const hurried = reader(1);
  await expect(hurried.read(await draw(400, 300), 'en')).rejects.toThrow('within 1 ms');
  expect(hurried.processId).toBeUndefined();
});

test('a process that dies is told of, and another one begins', patient, async () => {
  const it = reader();
  const first = it.read(await draw(600, 400), 'en');
  // The picture has been handed over by the next turn.
  await Promise.resolve();
  const died = it.processId;
  process.kill(died ?? 0, 'SIGKILL');
  await expect(first).rejects.toThrow('ended');
  expect(await it.read(await draw(400, 300), 'en')).toMatchObject({ longIds: [] });
  expect(it.processId).not.toBe(died);
});

test('one that is switched off reads nothing', async () => {
  const off = createPictureReader({ on: false, log });
  expect(off.ready).toBe(false);
  await expect(off.read(await draw(10, 10), 'en')).rejects.toThrow('not read here');
});
