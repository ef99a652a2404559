import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { locales } from '@fairlead/contract/locale';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

/** Bytes over the wire, gzipped: what a host page pays for its customers' way to help. */
const loaderBudget = 2_000;
/** The whole that is fetched until a customer can read and write: loader, page, code, styles, and the texts of the language that weighs most. */
const wholeBudget = 30_000;
/** What is fetched when somebody uses it, and by most customers never; each for itself. Whatever is not named here is part of the whole. */
const partBudget = 1_300;
const parts = [
  'address-box',
  'article-box',
  'ask-once',
  'beep',
  'czech',
  'emoji-box',
  'english',
  'file-parts',
  'file-size',
  'french',
  'help-parts',
  'italian',
  'japanese',
  'korean',
  'news-box',
  'options-box',
  'parts',
  'portuguese',
  'send-bytes',
  'send-file',
  'shield-part',
  'simplified-chinese',
  'spanish',
  'traditional-chinese',
];
/** What looks through the help center comes once the first screen stands; the styles of all parts are one file. */
const largerParts: Readonly<Record<string, number>> = {
  'article-box': 1_500,
  'help-parts': 2_100,
  parts: 1_830,
  // What looks for secrets, and the words of seed phrases: fetched while somebody writes, and where a text could hold a phrase.
  'shield-part': 21_000,
  ...Object.fromEntries(
    [
      'czech',
      'english',
      'french',
      'italian',
      'japanese',
      'korean',
      'portuguese',
      'simplified-chinese',
      'spanish',
      'traditional-chinese',
    ].map((name) => [name, 8_500]),
  ),
};
/** The texts that stand beside articles, in the language in which they weigh most. */
const helpTextsBudget = 700;
/** What is said where a secret is held back, in the language in which it weighs most. */
const shieldTextsBudget = 700;
/** The texts that come with errors, files, settings and the like, in the language in which they weigh most. */
const rareTextsBudget = 2_600;

let folder = '';
/** The name that a file of the build had before its content was marked in it. */
const nameOf = (file: string) => file.replace(/-[\w-]{8}\.\w+$/, '');
const asset = (file: string) => `assets/${file}`;
const zipped = async (file: string) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length;

describe('the build', () => {
  beforeAll(async () => {
    // Under test the builder would keep what helps developers.
    vi.stubEnv('NODE_ENV', 'production');
    folder = await mkdtemp(join(tmpdir(), 'widget-'));
    await build({
      configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
      logLevel: 'error',
      mode: 'production',
      build: { outDir: folder },
    });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has a loader that a page hardly notices', async () => {
    expect(await zipped('loader.js')).toBeLessThan(loaderBudget);
  });

  it('weighs little as a whole', async () => {
    const assets = await readdir(join(folder, 'assets'));
    const code = assets.filter((file) => /\.(js|css)$/.test(file) && !parts.includes(nameOf(file)));
    expect(code.map((file) => file.replace(/-[\w-]{8}\./, '.')).sort()).toEqual(['frame.css', 'frame.js']);
    const sizes = await Promise.all(['loader.js', 'frame.html', ...code.map(asset)].map(zipped));
    const texts = locales.map((locale) => assets.find((file) => nameOf(file) === locale) ?? '');
    const heaviest = Math.max(...(await Promise.all(texts.map(asset).map(zipped))));
    expect(sizes.reduce((sum, size) => sum + size, heaviest)).toBeLessThan(wholeBudget);
  });

  it('leaves what few use until they use it', async () => {
    const assets = await readdir(join(folder, 'assets'));
    const found = assets.filter((file) => parts.includes(nameOf(file)));
    expect(found.map(nameOf).sort()).toEqual(parts);
    for (const file of found)
      expect(await zipped(asset(file)), file).toBeLessThan(largerParts[nameOf(file)] ?? partBudget);
    const code = assets.filter((file) => file.endsWith('.js'));
    const all = (await Promise.all(code.map((file) => readFile(join(folder, asset(file)), 'utf8')))).join();
    for (const file of found) {
      // Styles are linked, code is imported, what parts share comes with whichever is first.
      const wish = file.endsWith('.css')
        ? file
        : nameOf(file) === 'file-size'
          ? `from"./${file}"`
          : `import("./${file}")`;
      expect(all).toContain(wish);
    }
  });

  it('has four files of texts for each language, three of them for what the first screens do not say, none in the code', async () => {
    const texts = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith('.json'));
    expect(texts.map(nameOf).sort()).toEqual(
      locales.flatMap((it) => [it, `${it}-help`, `${it}-rare`, `${it}-shield`]).sort(),
    );
    for (const [kind, budget] of [
      ['-rare', rareTextsBudget],
      ['-help', helpTextsBudget],
      ['-shield', shieldTextsBudget],
    ] as const) {
      const files = texts.filter((file) => nameOf(file).endsWith(kind));
      for (const file of files) expect(await zipped(asset(file)), file).toBeLessThan(budget);
    }
  });

  it('has a page without anything inline, and a loader without imports', async () => {
    const page = await readFile(join(folder, 'frame.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(page).toMatch(/src="\/widget\/assets\//);
    expect(await readFile(join(folder, 'loader.js'), 'utf8')).not.toMatch(/\bimport\b|\bexport\b/);
  });
});
