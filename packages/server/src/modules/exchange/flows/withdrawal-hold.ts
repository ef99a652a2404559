import type { SecurityChange, Standing } from '../connector/standing.ts';
import type { Line } from './flow.ts';
import { line, moment, words } from './line.ts';

/** What keeps withdrawals from being made or sent. */
export interface Hold {
  /** Words for why, of the catalogue; null where the exchange does not say. */
  readonly cause: string | null;
  readonly since: Date;
  /** Null: until somebody lifts it. */
  readonly until: Date | null;
}

/** The hold that lasts longest: a frozen account, a restriction, or the rest after a security change. Null where there is none. */
export function holdOf(
  standing: Standing | null,
  changes: readonly SecurityChange[],
  now: Date,
): Hold | null {
  if (standing?.frozenAt) return { cause: 'cause.frozen', since: standing.frozenAt, until: null };
  const rests = changes.flatMap(({ kind, at, withdrawalsFrom }): Hold[] =>
    withdrawalsFrom ? [{ cause: `cause.${kind}`, since: at, until: withdrawalsFrom }] : [],
  );
  const restrictions = (standing?.restrictions ?? [])
    .filter(({ kind }) => kind === 'withdrawals')
    .map(({ reason, since, until }): Hold => ({ cause: `cause.${reason}`, since, until }));
  const lasting = (it: Hold) => it.until?.getTime() ?? Number.POSITIVE_INFINITY;
  // What says more precisely why stands first.
  return (
    [...rests, ...restrictions]
      .filter((it) => lasting(it) > now.getTime())
      .sort((a, b) => lasting(b) - lasting(a) || 0)[0] ?? null
  );
}

/** That withdrawals rest, until when and why. */
export function linesOfHold({ cause, since, until }: Hold): Line[] {
  const rest =
    until === null
      ? line('withdrawal.hold_open', { since: moment(since) })
      : line('withdrawal.hold', { until: moment(until) });
  return cause === null || cause === 'cause.other'
    ? [rest]
    : [rest, line('withdrawal.hold_because', { cause: words(cause), at: moment(since) })];
}
