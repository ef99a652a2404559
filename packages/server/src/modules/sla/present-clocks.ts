import type { PortalPromise, SlaAlert, SlaClock } from '@fairlead/contract';
import type { AlertRecord } from './alert-store.ts';
import type { ClockRecord } from './clock-store.ts';
import { earliest } from './due-rules.ts';
import { isOpen } from './measure-clocks.ts';

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** A clock as screens show it. */
export function presentClock(clock: ClockRecord): SlaClock {
  return {
    kind: clock.kind,
    round: clock.round,
    state: clock.state,
    policyId: clock.policyId,
    policyName: clock.policyName,
    calendarId: clock.calendarId,
    targetMinutes: clock.target / 60_000,
    elapsed: clock.elapsed,
    runningSince: iso(clock.runningSince),
    startedAt: clock.startedAt.toISOString(),
    warnAt: iso(clock.warnAt),
    dueAt: iso(clock.dueAt),
    metAt: iso(clock.metAt),
    breachedAt: iso(clock.breachedAt),
    pauses: clock.pauses.map(({ from, to, status }) => ({ from: from.toISOString(), to: iso(to), status })),
  };
}

/** Of a ticket's clocks those that lists show: what is still to be kept, and the resolution; soonest due first. */
export function presentCurrent(clocks: readonly ClockRecord[]): SlaClock[] {
  const due = ({ dueAt }: ClockRecord) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return clocks
    .filter((it) => it.kind === 'resolution' || (it.state !== 'met' && it.state !== 'stopped'))
    .sort((a, b) => due(a) - due(b) || (a.kind < b.kind ? -1 : 1))
    .map(presentClock);
}

/** What of a ticket's clocks its customer is told. */
export function presentPromise(clocks: readonly ClockRecord[], now: Date): PortalPromise {
  const owed = clocks.filter(isOpen);
  const updateBy = earliest(owed.map((it) => it.dueAt));
  return {
    updateBy: iso(updateBy),
    late: updateBy !== null && updateBy <= now,
    solvedBy: iso(owed.find((it) => it.kind === 'resolution')?.dueAt ?? null),
    paused: owed.length > 0 && owed.every((it) => it.runningSince === null),
  };
}

export function presentAlert(alert: AlertRecord): SlaAlert {
  return {
    id: alert.id,
    ticketId: alert.ticketId,
    ticketNumber: alert.ticketNumber,
    kind: alert.kind,
    share: alert.share,
    dueAt: iso(alert.dueAt),
    onCall: alert.onCallPlace !== null,
    createdAt: alert.createdAt.toISOString(),
    acknowledgedAt: iso(alert.acknowledgedAt),
    clearedAt: iso(alert.clearedAt),
  };
}
