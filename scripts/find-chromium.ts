import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { installPackage, mayInstall } from './bring-tool.ts';
import { runCommand } from './run-step.ts';

/** Chromium without windows: it takes a third less of the processors for the same pages. */
const shell = '/usr/bin/chromium-headless-shell';
const usual = [shell, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium to drive: the one of CHROMIUM, the system's, Playwright's own; where there is none, tries to bring one. Where packages may be
 * installed it brings the one without windows.
 */
export async function findChromium(): Promise<{ path: string } | { problem: string }> {
  const find = () =>
    [process.env['CHROMIUM'], ...usual, chromium.executablePath()].find((path) => path && existsSync(path));
  const installs = await mayInstall();
  if (!process.env['CHROMIUM'] && installs && !existsSync(shell)) await installPackage(basename(shell));
  const found = find();
  if (found) return { path: found };
  const said = installs
    ? await installPackage('chromium')
    : (await runCommand('playwright', ['install', 'chromium'])).output;
  const after = find();
  if (after) return { path: after };
  return {
    problem: `No Chromium was found and none could be installed.\nInstall one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name it: CHROMIUM=/path/to/chromium npm test\n${said.slice(-2000)}`,
  };
}
