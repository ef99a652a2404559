import { type NightlyReplay, nightlyReplay } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { Failure } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readSetting } from '../../../platform/setting-store.ts';
import { dayAt, instantOf } from '../../sla/index.ts';
import { readSettings } from '../settings/settings.ts';
import type { Knowledge } from '../think.ts';
import { askedFor } from './example-sets.ts';
import { startRun } from './run-examples.ts';
import { forgetRuns, ranBySelfSince } from './run-store.ts';

export const nightlyKey = 'assistant.nightly';
const three = 3 * 60;
const hour = 3_600_000;
/** Who was away for longer than this waits for the next night. */
const late = 3 * hour;
const every = 60_000;
/** Runs that are kept. */
const keptRuns = 200;

export async function readNightly(reader: Reader): Promise<NightlyReplay> {
  const kept = nightlyReplay.safeParse(await readSetting(reader, nightlyKey));
  return kept.data ?? { on: true, timeZone: 'UTC' };
}

/** When the run of a night was due, where that is now: three o'clock by the wall of the zone, and up to three hours later. Pure. */
export function dueNow(now: Date, timeZone: string): Date | null {
  const at = instantOf(timeZone, dayAt(timeZone, now.getTime()), three);
  const since = now.getTime() - at;
  return since >= 0 && since < late ? new Date(at) : null;
}

/** Asks the examples of the sets that are marked for it once a night. */
export function nightlyRuns(platform: Platform, knowledge: Knowledge): void {
  const { database, clock, jobs, log } = platform;
  const { library } = knowledge;
  jobs.every('assistant.nightly', every, async () => {
    const reader = database.reader();
    const { on, timeZone } = await readNightly(reader);
    const due = on ? dueNow(clock.now(), timeZone) : null;
    if (!due || (await ranBySelfSince(reader, due))) return;
    await library.ready();
    const settings = await readSettings(reader);
    try {
      await database.write(async (tx) => {
        await forgetRuns(tx, keptRuns);
        const sets = await askedFor(tx, 'nightly');
        await startRun(tx, platform, knowledge, { cause: 'nightly', settings, startedBy: null, sets });
      });
    } catch (error) {
      // There is nothing to ask, or somebody runs them now: the next minute looks again.
      if (!(error instanceof Failure)) throw error;
      log.info({ code: error.code }, 'examples not asked this minute');
    }
  });
}
