import { rm } from 'node:fs/promises';
import process from 'node:process';
import { filledDemo, startServer } from './server.ts';

/** Before all journeys: fills the demo exchange that they copy. */
export default async function fillDemo(): Promise<() => Promise<void>> {
  const { directory, end } = await startServer();
  await end();
  process.env[filledDemo] = directory;
  return () => rm(directory, { recursive: true, force: true });
}
