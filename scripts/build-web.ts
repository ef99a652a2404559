import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compressAssets } from './compress-assets.ts';
import { pseudoMode } from './pseudo/pseudo-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const builder = fileURLToPath(new URL('build-applications.ts', import.meta.url));
// The widget first: it takes longest.
const applications = ['widget', 'console', 'portal', 'playground'] as const;
/** The portal shows files and texts as the widget does, by its code. */
const madeOf = (application: string) =>
  [
    application,
    ...(application === 'portal' ? ['widget', 'chains'] : []),
    ...(application === 'playground' ? [] : ['shield']),
  ].map((it) => `packages/${it}`);
/** What every application is made of besides its own folder. */
const shared = ['packages/contract/src', 'packages/contract/locales', 'package-lock.json'];

/** Builds the browser applications whose sources changed since their last build. Throws with the builder's words if one fails. */
export async function buildWeb(): Promise<void> {
  const common = hashOf(shared) + (pseudoMode() ?? '');
  const stale: Array<{ folder: string; stamp: string; wanted: string }> = [];
  for (const application of applications) {
    const folder = join(root, 'packages', application);
    const stamp = join(folder, 'dist', '.stamp');
    const wanted = common + hashOf(madeOf(application));
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) stale.push({ folder, stamp, wanted });
  }
  if (stale.length === 0) return;
  await build(stale.map(({ folder }) => folder));
  for (const { stamp, wanted } of stale) await writeFile(stamp, wanted);
}

/** Puts a compressed copy beside each text that browsers fetch, where it is missing. Until then they are sent as they are. */
export async function compressWeb(): Promise<void> {
  for (const application of applications)
    await compressAssets(join(root, 'packages', application, 'dist', 'assets'));
}

/** In a process of its own: a server that starts beside it is not held up. One for all, since to load the builder takes as long as to build a small application. */
function build(folders: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builder, ...folders]);
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`building ${folders.map((it) => relative(root, it)).join(', ')} failed:\n${said}`),
          ),
    );
  });
}

/** At once: to read some thousand files one after the other takes a third of the time so, and each start waits for it. */
function hashOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesOf(join(root, place)).sort()) {
      hash.update(relative(root, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesOf(place: string): string[] {
  if (!/\.(?:json|ts)$/.test(place) || !existsSync(place)) {
    const entries = readdirSync(place, { withFileTypes: true, recursive: true });
    return entries
      .filter(
        (entry) =>
          entry.isFile() && !/(^|\/)(dist|node_modules)(\/|$)/.test(relative(place, entry.parentPath)),
      )
      .map((entry) => join(entry.parentPath, entry.name));
  }
  return [place];
}

if (import.meta.main) {
  await buildWeb();
  await compressWeb();
}
