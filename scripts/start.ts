import { run } from '../packages/server/src/main.ts';
import { buildWeb } from './build-web.ts';

/** Builds what browsers fetch, where it changed since the last time, and starts the server beside it. */
export async function start(options: string[]): Promise<void> {
  await run(options, { pages: buildWeb() });
}
