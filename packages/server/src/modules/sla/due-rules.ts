import type { SlaStep } from '@fairlead/contract';
import { isOpen, type Measured } from './measure-clocks.ts';

/** Somebody on call who was told. */
export interface Called {
  readonly kind: Measured['kind'];
  readonly round: number;
  readonly share: number;
  readonly place: number;
  readonly createdAt: Date;
  readonly acknowledged: boolean;
}

/** What is to be told or done about a clock. */
export interface Due {
  /** Facts that were not told yet, and when each came so. */
  readonly facts: ReadonlyArray<{ fact: 'warned' | 'breached' | 'met'; at: Date }>;
  /** Steps to take now, each share once. */
  readonly steps: readonly SlaStep[];
  /** Who on call is to be told now. */
  readonly calls: ReadonlyArray<{ agentId: string; share: number; place: number }>;
  /** What counts as told or done from now on. */
  readonly done: readonly string[];
  /** When to look again; null when nothing will be to do unless something happens. */
  readonly nextAt: Date | null;
}

const mark = (share: number) => `share:${share}`;
const minute = 60_000;

/**
 * Compares a clock with what was told and done about it. A step whose moment passed unnoticed is taken while somebody still waits, and
 * not after: it would trouble people for nothing. Who is `gone` is not called.
 */
export function decideDue(
  measured: Measured,
  done: readonly string[],
  called: readonly Called[],
  gone: ReadonlySet<string>,
  now: Date,
): Due {
  const { kind, promised, crossed, ahead, metAt } = measured;
  const open = isOpen(measured);
  const [warnedAt, breachedAt] = [crossed.get(promised.warnShare), crossed.get(1)];
  const facts = [
    ...(warnedAt ? [{ fact: 'warned' as const, at: warnedAt }] : []),
    ...(breachedAt ? [{ fact: 'breached' as const, at: breachedAt }] : []),
    ...(metAt ? [{ fact: 'met' as const, at: metAt }] : []),
  ].filter(({ fact }) => !done.includes(fact));
  const ofKind = promised.steps.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
  const passed = ofKind.filter(({ share }) => crossed.has(share));
  const steps = open ? passed.filter(({ share }) => !done.includes(mark(share))) : [];
  const { calls, callAt } = open
    ? decideCalls(measured, passed, called, gone, now)
    : { calls: [], callAt: [] };
  const moments = [...(open ? ahead.values() : []), ...callAt];
  return {
    facts,
    steps,
    calls,
    // One that was kept and goes on again can be kept again.
    done: [
      ...new Set([
        ...done.filter((it) => it !== 'met' || metAt),
        ...facts.map(({ fact }) => fact),
        ...passed.map(({ share }) => mark(share)),
      ]),
    ],
    nextAt: earliest(moments),
  };
}

/** Who on call is told now, one after the other until somebody acknowledges; and when the next ones would be. */
function decideCalls(
  { kind, round, crossed }: Measured,
  passed: readonly SlaStep[],
  called: readonly Called[],
  gone: ReadonlySet<string>,
  now: Date,
): { calls: Array<Due['calls'][number]>; callAt: Date[] } {
  const calls: Array<Due['calls'][number]> = [];
  const callAt: Date[] = [];
  for (const { share, onCall } of passed) {
    const before = called.filter((it) => it.kind === kind && it.round === round && it.share === share);
    if (before.some((it) => it.acknowledged)) continue;
    let last = before.at(-1)?.createdAt ?? crossed.get(share) ?? now;
    let soonest = Number.POSITIVE_INFINITY;
    for (const [place, { agentId, afterMinutes }] of onCall.entries()) {
      if (before.some((it) => it.place === place)) {
        soonest = Number.POSITIVE_INFINITY;
        continue;
      }
      // Nobody waits for the answer of who is not there: whoever comes next takes their place.
      soonest = Math.min(soonest, afterMinutes);
      if (gone.has(agentId)) continue;
      const at = new Date(last.getTime() + soonest * minute);
      soonest = Number.POSITIVE_INFINITY;
      if (at > now) {
        callAt.push(at);
        break;
      }
      calls.push({ agentId, share, place });
      // The next one has their time from now on, however late this one is told.
      last = now;
    }
  }
  return { calls, callAt };
}

/** The earliest of moments, or null. */
export function earliest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.flatMap((it) => (it ? [it.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
