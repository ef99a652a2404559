import type { InsightPeriod, Locale } from '@fairlead/contract';

const day = 24 * 3_600_000;

/** Two stretches of equal length: from `before` up to `from`, and from there until now; both begin at midnight, UTC. */
export interface Period {
  readonly from: Date;
  readonly before: Date;
  /** Null for all languages. */
  readonly locale: Locale | null;
}

/** The last days with today, and as many before them. */
export function periodOf(now: Date, { days, locale }: InsightPeriod): Period {
  const from = Math.floor(now.getTime() / day) * day - (days - 1) * day;
  return { from: new Date(from), before: new Date(from - days * day), locale: locale ?? null };
}
