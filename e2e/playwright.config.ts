import process from 'node:process';
import { defineConfig } from '@playwright/test';

/** Chromium's sandbox does not start for root. */
const asRoot = process.getuid?.() === 0;

/** One journey after the other: each has a server and a database of its own, and two people's browsers. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/browser',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    timezoneId: 'Asia/Singapore',
    colorScheme: 'light',
    // What moves cannot be compared or measured.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-gpu',
        // Two people watch at once: neither's page may be slowed down because the other's is in front.
        '--disable-background-timer-throttling',
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding',
      ],
    },
  },
});
