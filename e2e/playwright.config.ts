import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig } from '@playwright/test';

/** Chromium's sandbox does not start for root. */
const asRoot = process.getuid?.() === 0;

/** A worker is busy half of its time: a journey also waits, for what the product does every so often. */
const workers = Math.min(Math.ceil(availableParallelism() * 1.5), 6);

export default defineConfig({
  testDir: '.',
  globalSetup: './fill-demo.ts',
  outputDir: '../test-results/browser',
  workers,
  fullyParallel: true,
  // A machine may be slow once. Which journeys needed it is said at the end, and more than two fail the run.
  retries: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    timezoneId: 'Asia/Singapore',
    colorScheme: 'light',
    // What moves cannot be compared or measured.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    // To keep one takes a quarter more time: ask for it with `--trace retain-on-failure`.
    trace: 'off',
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
