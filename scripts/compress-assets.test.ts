import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compressAssets } from './compress-assets.ts';

const text = 'export const words = "the same again and again";\n'.repeat(40);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-assets-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('puts copies beside texts of some size, and leaves those that are there', async () => {
  await writeFile(join(folder, 'page.js'), text);
  await writeFile(join(folder, 'small.js'), 'export {};');
  await writeFile(join(folder, 'font.woff2'), text);
  await compressAssets(folder);
  expect((await readdir(folder)).sort()).toEqual([
    'font.woff2',
    'page.js',
    'page.js.br',
    'page.js.gz',
    'small.js',
  ]);
  expect(brotliDecompressSync(await readFile(join(folder, 'page.js.br'))).toString()).toBe(text);
  expect(gunzipSync(await readFile(join(folder, 'page.js.gz'))).toString()).toBe(text);

  await writeFile(join(folder, 'page.js.br'), 'already there');
  await compressAssets(folder);
  expect(await readFile(join(folder, 'page.js.br'), 'utf8')).toBe('already there');
});

it('makes anew what is there by half', async () => {
  await rm(join(folder, 'page.js.gz'));
  await compressAssets(folder);
  expect(gunzipSync(await readFile(join(folder, 'page.js.gz'))).toString()).toBe(text);
  expect(brotliDecompressSync(await readFile(join(folder, 'page.js.br'))).toString()).toBe(text);
});
