import type { AlertState } from '@fairlead/contract';
import { compareDecimals } from '../exchange/index.ts';
import type { AlertRecord, FigureKind } from './alert.ts';

/** What an alert is held against; changes in percent, null where they are not known. */
export interface Figures {
  readonly price: string;
  readonly hour: number | null;
  readonly day: number | null;
}

/** Whether what an alert waits for is so; null where it cannot be known. */
export function isMet(kind: FigureKind, threshold: string, { price, hour, day }: Figures): boolean | null {
  if (kind === 'price_above') return compareDecimals(price, threshold) >= 0;
  if (kind === 'price_below') return compareDecimals(price, threshold) <= 0;
  const change = kind === 'moved_hour' ? hour : day;
  return change === null ? null : Math.abs(change) >= Number(threshold);
}

/** What is to be done with an alert: tell of it, let it be told of again, or nothing. */
export type Verdict = 'fire' | 'arm' | null;

type Judged = Pick<
  AlertRecord,
  'kind' | 'threshold' | 'state' | 'armed' | 'lastFiredAt' | 'cooldownMinutes' | 'endsAt'
>;

/**
 * Judges an alert by figures. Between two tellings the market goes back across the threshold, always, and the alert rests for its time: what
 * stays as it is is told once.
 */
export function judge(alert: Judged, figures: Figures, now: Date): Verdict {
  const { kind, threshold, armed } = alert;
  if (kind === 'networks' || threshold === null || stateOf(alert, now) === 'done' || alert.state === 'paused')
    return null;
  const met = isMet(kind, threshold, figures);
  if (met === null || met !== armed) return null;
  if (!met) return 'arm';
  return rests(alert, now) ? null : 'fire';
}

const rests = ({ lastFiredAt, cooldownMinutes }: Judged, now: Date): boolean =>
  lastFiredAt !== null && now.getTime() < lastFiredAt.getTime() + cooldownMinutes * 60_000;

/** An alert after it was told of: one that does not repeat is done. */
export const afterFiring = (alert: AlertRecord, now: Date): AlertRecord => ({
  ...alert,
  // What networks do is a change already: there is nothing to go back.
  armed: alert.kind === 'networks',
  state: alert.repeats ? alert.state : 'done',
  firings: alert.firings + 1,
  lastFiredAt: now,
});

/** As customers read it. */
export function stateOf(
  { state, armed, endsAt }: Pick<AlertRecord, 'state' | 'armed' | 'endsAt'>,
  now: Date,
): AlertState {
  if (state === 'done' || (endsAt && endsAt <= now)) return 'done';
  if (state === 'paused') return 'paused';
  return armed ? 'active' : 'resting';
}
