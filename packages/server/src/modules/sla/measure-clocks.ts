import {
  isActiveStatus,
  type SlaKind,
  type SlaState,
  type SlaTarget,
  slaKinds,
  type TicketStatus,
} from '@fairlead/contract';
import { aroundTheClock, type Calendar } from './calendar.ts';
import { type Clock, elapsedAt, momentOf } from './clock-rules.ts';
import type { Happening } from './happenings.ts';
import type { Promised } from './promise.ts';

/** A while in which a clock stood still, and the status meanwhile; `to` is null while it still does. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
  readonly status: TicketStatus;
}

/** A promise as it stands at a moment. */
export interface Measured {
  readonly kind: SlaKind;
  /** 1 for the first of its kind. */
  readonly round: number;
  readonly startedAt: Date;
  readonly state: SlaState;
  readonly promised: Promised;
  readonly clock: Clock;
  readonly metAt: Date | null;
  readonly pauses: readonly Pause[];
  /** When each share of it had passed, of those that have: the warning, the breach, the steps. */
  readonly crossed: ReadonlyMap<number, Date>;
  /** When each of the others will have, if nothing stops it. */
  readonly ahead: ReadonlyMap<number, Date>;
}

/** Whether somebody still waits for what was promised. */
export const isOpen = ({ state }: Pick<Measured, 'state'>) => state !== 'met' && state !== 'stopped';

/** Where the promises of a ticket are looked up. */
export interface Promises {
  /** What an event led to; undefined and null alike promise nothing. */
  promisedBy(eventId: string): Promised | null | undefined;
  calendarOf(id: string | null): Calendar;
}

interface Course {
  readonly kind: SlaKind;
  readonly round: number;
  readonly startedAt: Date;
  elapsed: number;
  since: Date | null;
  end: 'met' | 'stopped' | null;
  endedAt: Date | null;
  /** What was promised when it ended: a later choice does not change what was kept. */
  by: Promised | null;
  readonly crossed: Map<number, Date>;
  readonly pauses: Pause[];
}

/**
 * The clocks of a ticket at a moment, worked out from all that happened to it: the same facts give the same clocks, whenever and however
 * often they are told.
 */
export function measureClocks(happenings: readonly Happening[], promises: Promises, now: Date): Measured[] {
  const courses: Course[] = [];
  let promised: Promised | null = null;
  let status: TicketStatus = 'new';
  let answers = false;
  /** Since when the customer waits while nobody can be late, the ticket being done with. */
  let owedSince: Date | null = null;

  const calendar = (): Calendar => (promised ? promises.calendarOf(promised.calendarId) : aroundTheClock);
  const targetOf = (kind: SlaKind): SlaTarget | undefined => promised?.targets[kind];
  const openOf = (kind: SlaKind) => courses.find((it) => it.kind === kind && it.end === null);

  function runs(kind: SlaKind): boolean {
    const pauses: readonly TicketStatus[] = targetOf(kind)?.pauses ?? [];
    return isActiveStatus(status) && !pauses.includes(status);
  }

  /** Notes which shares had passed before a moment (at it, too, where `including`). */
  function pass(course: Course, until: Date, including = false): void {
    const target = targetOf(course.kind);
    if (!promised || !target || course.since === null) return;
    const clock = { target: target.minutes * 60_000, elapsed: course.elapsed, runningSince: course.since };
    for (const share of sharesOf(promised, course.kind)) {
      if (course.crossed.has(share)) continue;
      const at = momentOf(calendar(), clock, share);
      if (at && (including ? at <= until : at < until)) course.crossed.set(share, at);
    }
  }

  function stand(course: Course, at: Date): void {
    pass(course, at);
    const clock = { target: 0, elapsed: course.elapsed, runningSince: course.since };
    course.elapsed = elapsedAt(calendar(), clock, at);
    course.since = null;
  }

  function begin(kind: SlaKind, at: Date): void {
    const round = courses.filter((it) => it.kind === kind).length + 1;
    const since = runs(kind) ? at : null;
    courses.push({
      kind,
      round,
      startedAt: at,
      elapsed: 0,
      since,
      end: null,
      endedAt: null,
      by: null,
      crossed: new Map(),
      pauses: since ? [] : [{ from: at, to: null, status }],
    });
  }

  function end(kind: SlaKind, how: 'met' | 'stopped', at: Date): void {
    const course = openOf(kind);
    if (!course) return;
    stand(course, at);
    endPause(course, at);
    course.end = how;
    course.endedAt = at;
    course.by = promised;
  }

  function goOn(course: Course | undefined, from: TicketStatus): void {
    if (!course) return;
    if (course.endedAt) course.pauses.push({ from: course.endedAt, to: null, status: from });
    course.end = null;
    course.endedAt = null;
  }

  function owe(at: Date): void {
    if (!isActiveStatus(status)) owedSince ??= at;
    else if (answers && !openOf('first_response') && !openOf('next_response')) begin('next_response', at);
  }

  function change(to: TicketStatus, at: Date): void {
    const [was, is] = [isActiveStatus(status), isActiveStatus(to)];
    const closedAt =
      status === 'closed' ? courses.findLast((it) => it.end === 'stopped')?.endedAt : undefined;
    const from = status;
    status = to;
    if (was && !is) {
      end('resolution', to === 'solved' ? 'met' : 'stopped', at);
      for (const kind of slaKinds) end(kind, 'stopped', at);
    }
    if (!was && is) {
      goOn(
        courses.findLast((it) => it.kind === 'resolution'),
        from,
      );
      // A merge that was taken back: what it stopped goes on.
      for (const course of courses) if (closedAt && course.endedAt === closedAt) goOn(course, from);
      if (owedSince) owe(owedSince);
      owedSince = null;
    }
  }

  for (const happening of happenings) {
    const { at } = happening;
    if (happening.type === 'wrote') {
      if (happening.by === 'customer') owe(at);
      else {
        owedSince = null;
        for (const kind of ['first_response', 'next_response', 'update'] as const) end(kind, 'met', at);
        if (isActiveStatus(status)) begin('update', at);
      }
      continue;
    }
    // What has passed by the old promise and the old hours stays.
    for (const course of courses) if (course.end === null) stand(course, at);
    if (happening.type === 'opened') {
      if (!happening.measured) return [];
      ({ answers } = happening);
      promised = promises.promisedBy(happening.eventId) ?? null;
      status = happening.standing.status;
      if (answers) begin('first_response', at);
      begin('resolution', at);
      continue;
    }
    if (happening.chooses) promised = promises.promisedBy(happening.eventId) ?? null;
    change(happening.standing.status, at);
    for (const course of courses) {
      if (course.end !== null) continue;
      course.since ??= runs(course.kind) ? at : null;
      const last = course.pauses.at(-1);
      if (last?.to === null && course.since === null && last.status === status) continue;
      endPause(course, at);
      if (course.since === null) course.pauses.push({ from: at, to: null, status });
    }
  }

  for (const course of courses) pass(course, now, true);
  return courses.flatMap((course) => {
    const by = course.end === null ? promised : course.by;
    const target = by?.targets[course.kind];
    return by && target ? [measured(course, target, by, promises.calendarOf(by.calendarId))] : [];
  });
}

/** The pause that lasts, if one does, is over; one that took no time never was. */
function endPause({ pauses }: Course, at: Date): void {
  const last = pauses.at(-1);
  if (last?.to !== null) return;
  if (last.from < at) pauses.splice(-1, 1, { ...last, to: at });
  else pauses.pop();
}

/** The shares of a promise at which something is told or done, in order. */
function sharesOf({ warnShare, steps }: Promised, kind: SlaKind): number[] {
  const asked = steps.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
  return [...new Set([warnShare, 1, ...asked.map(({ share }) => share)])].sort((a, b) => a - b);
}

function measured(course: Course, target: SlaTarget, promised: Promised, calendar: Calendar): Measured {
  const { kind, round, startedAt, elapsed, since, end, endedAt, crossed, pauses } = course;
  const clock = { target: target.minutes * 60_000, elapsed, runningSince: since };
  const ahead = new Map<number, Date>();
  for (const share of sharesOf(promised, kind)) {
    const at = crossed.has(share) ? null : momentOf(calendar, clock, share);
    if (at) ahead.set(share, at);
  }
  const standing = crossed.has(1) ? 'breached' : since === null ? 'paused' : 'running';
  const metAt = end === 'met' ? endedAt : null;
  return { kind, round, startedAt, state: end ?? standing, promised, clock, metAt, pauses, crossed, ahead };
}
