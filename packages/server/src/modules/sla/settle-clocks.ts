import { isDeepStrictEqual } from 'node:util';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Announcement, announceAll } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { noteDue, readTickets, ticketTopics } from '../tickets/index.ts';
import { listTold } from './alert-store.ts';
import { clearAlerts } from './clear-alerts.ts';
import { type ClockRecord, listClocks, lockMeasured, saveClocks, saveMeasured } from './clock-store.ts';
import { type Called, decideDue, earliest } from './due-rules.ts';
import { slaBreached, slaMet, slaWarned } from './events.ts';
import { goneOnCall } from './gone-on-call.ts';
import { isOpen, type Measured, measureClocks } from './measure-clocks.ts';
import { presentCurrent } from './present-clocks.ts';
import { readPromises, readStories } from './read-stories.ts';
import type { Settled } from './settled.ts';
import { takeSteps } from './take-steps.ts';

const actor = system('sla');

/**
 * Works out the clocks of tickets from all that happened to them up to now, and does what has become due: facts, steps, alerts, each
 * once, in the same transaction. Called again, or by several at once, it does nothing more.
 */
export async function settleClocks(tx: Tx, platform: Platform, ticketIds: readonly string[]): Promise<void> {
  await lockMeasured(tx, await readTickets(tx, ticketIds));
  await settleHeld(tx, platform, ticketIds);
}

/** The same for tickets that are measured already, and whose clocks the transaction holds. */
export async function settleHeld(tx: Tx, platform: Platform, ticketIds: readonly string[]): Promise<void> {
  // Read now that nobody else is at these clocks.
  const tickets = await readTickets(tx, ticketIds);
  if (tickets.length === 0) return;
  const ids = tickets.map((it) => it.id);
  const stories = await readStories(tx, tickets);
  const promises = await readPromises(tx, tickets, stories);
  const stored = Map.groupBy(await listClocks(tx, ids), (it) => it.ticketId);
  const told = Map.groupBy(await listTold(tx, ids), (it) => it.ticketId);
  const measured = tickets.map((it) => measureClocks(stories.get(it.id) ?? [], promises, tx.now));
  const gone = await goneOnCall(tx, measured.flat());
  const settled = tickets.map((ticket, index) => {
    const before = stored.get(ticket.id) ?? [];
    const called = (told.get(ticket.id) ?? []).flatMap((it): Called[] =>
      it.onCallPlace === null
        ? []
        : [{ ...it, place: it.onCallPlace, acknowledged: it.acknowledgedAt !== null }],
    );
    const clocks = (measured[index] ?? []).map((measured): Settled => {
      const known = before.find((it) => it.kind === measured.kind && it.round === measured.round);
      const due = decideDue(measured, known?.done ?? [], called, gone, tx.now);
      return { ticket, measured, due, record: recordOf(ticket.id, measured, due.done) };
    });
    return { ticket, before, clocks };
  });
  const news = settled.map(({ before, clocks }) =>
    newsOf(
      before,
      clocks.map((it) => it.record),
    ),
  );
  await saveClocks(
    tx,
    news.flatMap((it) => it.changed),
    news.flatMap((it) => it.gone),
  );
  await saveMeasured(
    tx,
    settled.map(({ ticket, clocks }) => ({
      id: ticket.id,
      nextAt: earliest(clocks.map((it) => it.due.nextAt)),
    })),
  );
  await noteDue(
    tx,
    platform,
    settled.map(({ ticket, clocks }) => ({
      id: ticket.id,
      dueAt: earliest(clocks.map(({ measured, record }) => (isOpen(measured) ? record.dueAt : null))),
    })),
  );
  const clocks = settled.flatMap((it) => it.clocks);
  await announceAll(tx, clocks.flatMap(factsOf));
  for (const [index, { ticket, before, clocks }] of settled.entries()) {
    if (!news[index]?.any) continue;
    const now = presentCurrent(clocks.map((it) => it.record));
    if (!isDeepStrictEqual(now, presentCurrent(before))) {
      const { id: ticketId, conversationId } = ticket;
      platform.live.hint(tx, ticketTopics(ticket), {
        type: 'sla.changed',
        ticketId,
        conversationId,
        clocks: now,
      });
    }
  }
  await clearAlerts(tx, platform, settled, told);
  // Last, since a step changes the ticket.
  await takeSteps(tx, platform, clocks);
}

/** Which clocks of a ticket are not as they were kept, and which it has no more. */
function newsOf(before: readonly ClockRecord[], now: readonly ClockRecord[]) {
  const placeOf = ({ kind, round }: ClockRecord) => `${kind} ${round}`;
  const [kept, places] = [new Map(before.map((it) => [placeOf(it), it])), new Set(now.map(placeOf))];
  const changed = now.filter((it) => !isDeepStrictEqual(it, kept.get(placeOf(it))));
  const gone = before.filter((it) => !places.has(placeOf(it)));
  return { changed, gone, any: changed.length + gone.length > 0 };
}

/** What has come so, each at the moment at which it did, not when it was found. */
function factsOf({ ticket, measured, due }: Settled): Announcement[] {
  const { kind, round, promised, crossed } = measured;
  return due.facts.map(({ fact, at }) => {
    const payload = { kind, round, policyId: promised.policyId, at: at.toISOString() };
    const late = crossed.has(1);
    const whole = { subjectId: ticket.id, actor, at };
    return fact === 'met'
      ? { ...whole, event: slaMet as Announcement['event'], payload: { ...payload, late } }
      : { ...whole, event: { warned: slaWarned, breached: slaBreached }[fact], payload };
  });
}

function recordOf(ticketId: string, measured: Measured, done: readonly string[]): ClockRecord {
  const { kind, round, state, promised, clock, startedAt, metAt, pauses, crossed, ahead } = measured;
  const when = (share: number) => crossed.get(share) ?? ahead.get(share) ?? null;
  return {
    ticketId,
    kind,
    round,
    state,
    policyId: promised.policyId,
    policyName: promised.policyName,
    calendarId: promised.calendarId,
    ...clock,
    startedAt,
    warnAt: when(promised.warnShare),
    dueAt: when(1),
    metAt,
    breachedAt: crossed.get(1) ?? null,
    pauses,
    done,
  };
}
