import process from 'node:process';
import { afterAll, afterEach } from 'vitest';
import { forgetIds } from '../platform/crypto/ids.ts';
import { endFile } from './after-file.ts';
import { takeWarnings } from './noted-warnings.ts';

// A test that waits in vain for what failed elsewhere does not say why; the node does.
afterEach(({ task }) => {
  const warnings = takeWarnings();
  if (task.result?.state === 'fail' && warnings.length > 0)
    process.stderr.write(`What nodes warned of during “${task.name}”:\n${warnings.join('')}`);
});

// Test files share a process: whatever one leaves running is at work in the next, and ids never go back in time.
afterAll(async () => {
  await endFile();
  forgetIds();
});
