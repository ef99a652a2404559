import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findingsOf } from './findings-of.ts';

/** Pages that an empty installation has. */
const consolePages = [
  'inbox/mine',
  'tickets',
  'customers',
  'articles',
  'articles/categories',
  'announcements',
  'assistant',
  'assistant?tab=results',
  'assistant?tab=settings',
  'people',
  'people?tab=teams',
  'channels',
  'channels/new',
  'operations/dead-letters',
  'operations/webhooks',
  'operations/tokens',
  'settings/profile',
  'settings/security',
  'settings/macros',
  'settings/tickets',
  'settings/forms',
  'settings/sla',
  'settings/automation',
  'settings/alerts',
  'settings/translation',
  'settings/translation/coverage?kind=letter&lang=de',
  'settings/official',
].map((it) => `/console/${it}`);
const openPages = [
  '/help/en/',
  '/help/en/search?q=nothing',
  '/help/en/official',
  '/announcements/en/',
  '/portal/',
];
const widths = [1440, 390];

/**
 * Starts an empty installation in pseudo texts and walks through its pages: says which texts bypass the catalogues, which are cut, and which pages are wider than
 * the screen. `npm run pseudo`; ends with code 1 where there is any. The next build is a usual one again.
 */
async function checkPseudo(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-pseudo-'));
  // The database runs as another user when root runs this.
  await chmod(folder, 0o711);
  const port = String(4900 + (process.pid % 90));
  const entry = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
  const options = ['--pseudo', '--no-demo', '--port', port, '--data-directory', folder];
  const server = spawn(process.execPath, [entry, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const url = `http://localhost:${port}`;
    await answers(`${url}/console/`);
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args });
    const found = await walk(browser, url);
    await browser.close();
    for (const line of found) say(line);
    say(found.length === 0 ? 'Every text is from a catalogue, and fits.' : `${found.length} findings`);
    return found.length === 0;
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const there = await fetch(url).catch(() => null);
    if (there?.ok) return;
    await wait(500);
  }
  throw new Error(`${url} does not answer`);
}

async function walk(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await setUp(page, url);
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [...consolePages, ...openPages]) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      for (const it of await page.evaluate(findingsOf)) found.push(`${width} ${path}: ${it}`);
    }
  }
  await context.close();
  return [...new Set(found)];
}

/** The first person becomes the administrator. */
async function setUp(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/`);
  const words = ['1234', 'Ada', 'ada@example.com', 'four-anchors-and-a-kite'];
  await page.locator('form input').first().waitFor();
  for (const [at, word] of words.entries()) await page.locator('form input').nth(at).fill(word);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((it) => !it.pathname.includes('setup'));
}

if (import.meta.main) process.exitCode = (await checkPseudo()) ? 0 : 1;
