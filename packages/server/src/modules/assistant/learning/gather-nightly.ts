import type { Platform } from '../../../platform/platform.ts';
import { dueNow, readNightly } from '../results/nightly.ts';
import { gatheredAt, gatherQuestions } from './gather.ts';

const every = 60_000;

/** Gathers once a night, when the examples are asked: at three by the wall of the same zone, whether or not they are. */
export function gatherNightly({ database, clock, jobs }: Platform): void {
  jobs.every('assistant.gather_questions', every, async () => {
    const reader = database.reader();
    const { timeZone } = await readNightly(reader);
    const due = dueNow(clock.now(), timeZone);
    const last = await gatheredAt(reader);
    if (due && (last === null || new Date(last) < due)) await gatherQuestions(database);
  });
}
