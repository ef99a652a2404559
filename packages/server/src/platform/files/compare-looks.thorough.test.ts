import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { looksSame } from './compare-looks.ts';
import { keysOf } from './picture-keys.ts';
import { lookAt, type PictureLook } from './picture-look.ts';
import { drawScreenshot } from './screenshot.testing.ts';

/** Of the documents: the inbox and the tickets of the console, as a browser showed them. */
const inBrowser = (name: string) =>
  readFile(new URL(`../../../../../docs/images/${name}.png`, import.meta.url));

async function look(picture: Uint8Array) {
  const found = await lookAt(picture);
  if (!found) throw new Error('too plain');
  return found;
}

/** Whether a search for one would find the other. */
async function found(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  return finds(await look(one), await look(other));
}

function finds(a: PictureLook, b: PictureLook): boolean {
  const keys = new Set(keysOf(a));
  return keysOf(b).some((key) => keys.has(key)) && looksSame(a, b);
}

/** The picture without these shares of its height and width. */
async function cut(picture: Uint8Array, top: number, right: number, bottom: number, left: number) {
  const { width, height } = await sharp(picture).metadata();
  const [x, y] = [Math.round(width * left), Math.round(height * top)];
  const inner = {
    left: x,
    top: y,
    width: width - x - Math.round(width * right),
    height: height - y - Math.round(height * bottom),
  };
  return sharp(await sharp(picture).extract(inner).png().toBuffer());
}

const copies: Record<string, (picture: Uint8Array) => Sharp | Promise<Sharp>> = {
  'compressed anew': (it) => sharp(it).jpeg({ quality: 60 }),
  'scaled, in another format': (it) => sharp(it).resize({ width: 540 }).webp({ quality: 75 }),
  'without its status bar': async (it) => (await cut(it, 0.05, 0, 0, 0)).jpeg({ quality: 80 }),
  'cut at top and bottom': async (it) => (await cut(it, 0.05, 0, 0.05, 0)).jpeg({ quality: 80 }),
  'cut all around': async (it) => (await cut(it, 0.03, 0.03, 0.03, 0.03)).jpeg({ quality: 80 }),
  'cut and scaled': async (it) => (await cut(it, 0, 0, 0.03, 0.03)).resize({ width: 700 }).jpeg(),
};

const originals = Promise.all(
  [drawScreenshot(1), inBrowser('console-inbox')].map(async (it) => {
    const picture = await it;
    return { picture, look: await look(picture) };
  }),
);

describe('a screenshot', () => {
  test.each(Object.entries(copies))('is found %s', async (_, copy) => {
    for (const { picture, look: original } of await originals)
      expect(finds(original, await look(await (await copy(picture)).toBuffer()))).toBe(true);
  });

  test('is not another screen of the same application', async () => {
    const drawn = await Promise.all([1, 2, 3, 4].map(async (seed) => look(await drawScreenshot(seed))));
    for (const [index, one] of drawn.entries()) {
      for (const other of drawn.slice(index + 1)) expect(finds(one, other)).toBe(false);
    }
    expect(await found(await inBrowser('console-inbox'), await inBrowser('console-tickets'))).toBe(false);
  });

  test('with next to nothing on it has no look', async () => {
    const plain = { width: 300, height: 200, channels: 3, background: '#0a7' } as const;
    expect(await lookAt(await sharp({ create: plain }).png().toBuffer())).toBeNull();
  });
});
