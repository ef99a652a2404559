import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { locales } from '@fairlead/contract/locale';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

/** Bytes over the wire: what a host page pays for its customers' way to help. */
const loaderBudget = 2 * 1024;
const wholeBudget = 30 * 1024;

let folder = '';
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
    const code = (await readdir(join(folder, 'assets'))).filter((file) => /\.(js|css)$/.test(file));
    const sizes = await Promise.all(['loader.js', ...code.map((file) => `assets/${file}`)].map(zipped));
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(wholeBudget);
  });

  it('has one file of texts for each language, none of them in the code', async () => {
    const texts = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith('.json'));
    expect(texts.map((file) => file.replace(/-[\w-]{8}\.json$/, '')).sort()).toEqual([...locales].sort());
  });

  it('has a page without anything inline, and a loader without imports', async () => {
    const page = await readFile(join(folder, 'frame.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(page).toMatch(/src="\/widget\/assets\//);
    expect(await readFile(join(folder, 'loader.js'), 'utf8')).not.toMatch(/\bimport\b|\bexport\b/);
  });
});
