import type { Platform } from '../../platform/platform.ts';
import { sweepClocks } from './sweep-clocks.ts';

/** Milliseconds from one look at what has become due to the next; the first comes as long after the start. */
const sweepEvery = 3_000;

/** Warnings, breaches and escalations, when they are due. */
export function registerJobs(platform: Platform): void {
  platform.jobs.every('sla.sweep', sweepEvery, () => sweepClocks(platform));
}
