import { afterAll } from 'vitest';
import { endFile } from './after-file.ts';

// Test files share a process, and whatever one leaves running is at work in the next.
afterAll(endFile);
