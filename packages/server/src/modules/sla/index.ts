import type { Platform } from '../../platform/platform.ts';
import { registerJobs } from './jobs.ts';
import { registerReactions } from './reactions.ts';
import { slaRoutes } from './routes.ts';

export { slaBreached, slaWarned } from './events.ts';
export { nextUpdateOf } from './read-clocks.ts';
export { dayAt, instantOf } from './wall-clock.ts';

/** The door of the sla module: promised times, and what happens when they pass. It works by itself; see README.md for what it promises. */
export function slaModule(platform: Platform): void {
  slaRoutes(platform);
  registerReactions(platform);
  registerJobs(platform);
}
