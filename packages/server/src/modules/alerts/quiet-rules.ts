import { dayAt, instantOf } from '../sla/index.ts';
import type { PreferenceRecord } from './alert.ts';

type Quiet = Pick<PreferenceRecord, 'quiet' | 'timeZone'>;

/** When the quiet hours end that a moment lies in, on the customer's clock, whatever the clocks do; null outside of them. */
export function quietUntil({ quiet, timeZone }: Quiet, now: Date): Date | null {
  if (!quiet || quiet.from === quiet.until) return null;
  const instant = now.getTime();
  const today = dayAt(timeZone, instant);
  for (const day of [today - 1, today]) {
    const from = instantOf(timeZone, day, quiet.from);
    const until = instantOf(timeZone, quiet.until > quiet.from ? day : day + 1, quiet.until);
    if (from <= instant && instant < until) return new Date(until);
  }
  return null;
}

/** When the next brief is due after a moment: at the customer's hour, on their clock. */
export function nextBrief(hour: number, timeZone: string, after: Date): Date {
  const instant = after.getTime();
  const today = dayAt(timeZone, instant);
  const due = [today, today + 1, today + 2].map((day) => instantOf(timeZone, day, hour * 60));
  return new Date(due.find((it) => it > instant) ?? instant + 86_400_000);
}

/** A brief that could not be sent for so long, in milliseconds, is none of this morning any more. */
export const latestBrief = 2 * 3_600_000;
