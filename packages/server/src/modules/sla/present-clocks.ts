import type { SlaAlert, SlaClock } from '@fairlead/contract';
import type { AlertRecord } from './alert-store.ts';
import type { ClockRecord } from './clock-store.ts';

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
  };
}
