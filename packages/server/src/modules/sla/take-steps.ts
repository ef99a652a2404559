import { system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announceAll } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAgents, readTeams } from '../people/index.ts';
import { escalateTickets } from '../tickets/index.ts';
import { type AlertRecord, insertAlerts } from './alert-store.ts';
import { slaEscalated } from './events.ts';
import { presentAlert } from './present-clocks.ts';
import type { Settled } from './settled.ts';

const actor = system('sla');

/** Takes the steps of clocks that have become due: tells people, raises priorities, moves tickets, and says so. */
export async function takeSteps(tx: Tx, platform: Platform, clocks: readonly Settled[]): Promise<void> {
  const taken = clocks.flatMap((clock) => clock.due.steps.map((step) => ({ clock, step })));
  const named = await namesOf(tx, taken);
  const told = taken.map(({ clock, step }, index) => ({ clock, step, notifiedIds: named[index] ?? [] }));
  const alerts = [
    ...told.flatMap(({ clock, step: { share }, notifiedIds }) =>
      notifiedIds.map((agentId) => alertOf(tx, clock, { agentId, share, place: null })),
    ),
    ...clocks.flatMap((clock) => clock.due.calls.map((call) => alertOf(tx, clock, call))),
  ];
  await insertAlerts(tx, alerts);
  for (const it of alerts) {
    platform.live.hint(tx, [`agent:${it.agentId}`], { type: 'sla.alert', alert: presentAlert(it) });
  }
  const orders = told.map(({ clock: { ticket }, step: { raisePriority, moveToTeamId } }) => ({
    ticketId: ticket.id,
    raisePriority,
    moveToTeamId,
  }));
  const escalated = await escalateTickets(tx, platform, actor, orders);
  await announceAll(
    tx,
    told.map(({ clock: { ticket, record }, step: { share }, notifiedIds }, index) => {
      const { kind, round, policyId } = record;
      const done = escalated[index] ?? { raisedPriority: false, movedToTeamId: null };
      const payload = { kind, round, policyId, at: tx.now.toISOString(), share, notifiedIds, ...done };
      return { event: slaEscalated, subjectId: ticket.id, actor, payload };
    }),
  );
}

const alertOf = (
  tx: Tx,
  { ticket, record: { kind, round, dueAt } }: Settled,
  { agentId, share, place }: { agentId: string; share: number; place: number | null },
): AlertRecord => ({
  id: newId(tx.now.getTime()),
  ticketId: ticket.id,
  ticketNumber: ticket.number,
  agentId,
  kind,
  round,
  share,
  dueAt,
  onCallPlace: place,
  createdAt: tx.now,
  acknowledgedAt: null,
  clearedAt: null,
});

/** Whom each step tells: those it names who can still sign in, each once. */
async function namesOf(
  tx: Tx,
  taken: ReadonlyArray<{ clock: Settled; step: Settled['due']['steps'][number] }>,
): Promise<string[][]> {
  const asksTeams = taken.some(({ clock: { ticket }, step }) => step.notifyTeam && ticket.teamId);
  const teams = new Map(asksTeams ? (await readTeams(tx)).map((it) => [it.id, it.memberIds]) : []);
  const named = taken.map(({ clock: { ticket }, step }) => [
    ...(step.notifyAssignee && ticket.assigneeId ? [ticket.assigneeId] : []),
    ...((step.notifyTeam && ticket.teamId && teams.get(ticket.teamId)) || []),
    ...step.notifyAgentIds,
  ]);
  const all = [...new Set(named.flat())];
  const active = new Set(
    all.length > 0
      ? (await readAgents(tx, all)).filter((it) => it.status === 'active').map((it) => it.id)
      : [],
  );
  return named.map((ids) => [...new Set(ids)].filter((id) => active.has(id)));
}
