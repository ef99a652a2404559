import { afterAll } from 'vitest';
import { forgetIds } from '../platform/crypto/ids.ts';
import { endFile } from './after-file.ts';

// Test files share a process: whatever one leaves running is at work in the next, and ids never go back in time.
afterAll(async () => {
  await endFile();
  forgetIds();
});
