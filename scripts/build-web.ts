import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compressAssets } from './compress-assets.ts';
import { pseudoMode } from './pseudo/pseudo-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = join(root, 'node_modules/vite/bin/vite.js');
const applications = ['console', 'widget', 'portal', 'playground'] as const;
/** The portal shows files and texts as the widget does, by its code. */
const madeOf = (application: string) =>
  [
    application,
    ...(application === 'portal' ? ['widget', 'chains'] : []),
    ...(application === 'playground' ? [] : ['shield']),
  ].map((it) => `packages/${it}`);
/** What every application is made of besides its own folder. */
const shared = [
  'packages/contract/src',
  'packages/contract/locales',
  'package-lock.json',
  'scripts/compress-assets.ts',
];

/** Builds the browser applications whose sources changed since their last build. Throws with the builder's words if one fails. */
export async function buildWeb(): Promise<void> {
  const common = (await hashOf(shared)) + (pseudoMode() ?? '');
  await Promise.all(applications.map((application) => buildOne(application, common)));
}

async function buildOne(application: string, common: string): Promise<void> {
  const folder = join(root, 'packages', application);
  const stamp = join(folder, 'dist', '.stamp');
  const wanted = common + (await hashOf(madeOf(application)));
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  await build(folder);
  await compressAssets(join(folder, 'dist', 'assets'));
  await writeFile(stamp, wanted);
}

function build(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`building ${relative(root, folder)} failed:\n${said}`)),
    );
  });
}

async function hashOf(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of (await filesOf(join(root, place))).sort()) {
      hash.update(relative(root, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(place: string): Promise<string[]> {
  if (!/\.(?:json|ts)$/.test(place) || !existsSync(place)) {
    const entries = await readdir(place, { withFileTypes: true, recursive: true });
    return entries
      .filter(
        (entry) =>
          entry.isFile() && !/(^|\/)(dist|node_modules)(\/|$)/.test(relative(place, entry.parentPath)),
      )
      .map((entry) => join(entry.parentPath, entry.name));
  }
  return [place];
}

if (import.meta.main) await buildWeb();
