import { undoMinutes } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { removeOldBulks } from './bulk-store.ts';
import { closeSolved } from './close-solved.ts';
import { weighWaiting } from './risk/weigh-waiting.ts';
import { doRun, trackerRunJob } from './run-tracker.ts';

/** What this module does later: runs of trackers, closing what was solved, forgetting what can no longer be undone. */
export function registerJobs(platform: Platform): void {
  const { database, jobs } = platform;
  jobs.work(trackerRunJob, ({ runId }) => doRun(platform, runId));
  jobs.every('tickets.close-solved', 600_000, () => closeSolved(platform));
  jobs.every('tickets.weigh-waiting', 60_000, () => weighWaiting(platform));
  jobs.every('tickets.forget-edits', 3_600_000, () =>
    database.write((tx) => removeOldBulks(tx, new Date(tx.now.getTime() - undoMinutes * 60_000))),
  );
}
