import type { SlaStep } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAgents, readTeams } from '../people/index.ts';
import { escalateTicket, type TicketRecord } from '../tickets/index.ts';
import { type AlertRecord, insertAlerts } from './alert-store.ts';
import type { ClockRecord } from './clock-store.ts';
import type { Due } from './due-rules.ts';
import { slaEscalated } from './events.ts';
import { presentAlert } from './present-clocks.ts';

const actor = system('sla');

/** Takes the steps of a clock that have become due: tells people, raises the priority, moves the ticket, and says so. */
export async function takeSteps(
  tx: Tx,
  platform: Platform,
  ticket: TicketRecord,
  { due, record }: { due: Due; record: ClockRecord },
): Promise<void> {
  for (const step of due.steps) {
    const notifiedIds = await activeOf(tx, await namedBy(tx, ticket, step));
    await alert(
      tx,
      platform,
      ticket,
      record,
      notifiedIds.map((agentId) => ({ agentId, share: step.share, place: null })),
    );
    const { raisePriority, moveToTeamId } = step;
    const { raisedPriority, movedToTeamId } =
      raisePriority || moveToTeamId
        ? await escalateTicket(tx, platform, actor, ticket.id, { raisePriority, moveToTeamId })
        : { raisedPriority: false, movedToTeamId: null };
    const { kind, round, policyId } = record;
    await announce(tx, slaEscalated, {
      subjectId: ticket.id,
      actor,
      payload: {
        kind,
        round,
        policyId,
        at: tx.now.toISOString(),
        share: step.share,
        notifiedIds,
        raisedPriority,
        movedToTeamId,
      },
    });
  }
  await alert(tx, platform, ticket, record, due.calls);
}

/** Keeps an alert for each agent, and lets them hear of it. */
async function alert(
  tx: Tx,
  platform: Platform,
  ticket: TicketRecord,
  { kind, round, dueAt }: ClockRecord,
  whom: ReadonlyArray<{ agentId: string; share: number; place: number | null }>,
): Promise<void> {
  const alerts = whom.map(
    ({ agentId, share, place }): AlertRecord => ({
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
    }),
  );
  await insertAlerts(tx, alerts);
  for (const it of alerts) {
    platform.live.hint(tx, [`agent:${it.agentId}`], { type: 'sla.alert', alert: presentAlert(it) });
  }
}

async function namedBy(tx: Tx, ticket: TicketRecord, step: SlaStep): Promise<string[]> {
  const { assigneeId, teamId } = ticket;
  const teams = step.notifyTeam && teamId ? await readTeams(tx) : [];
  return [
    ...(step.notifyAssignee && assigneeId ? [assigneeId] : []),
    ...teams.filter((it) => it.id === teamId).flatMap((it) => it.memberIds),
    ...step.notifyAgentIds,
  ];
}

/** Those of these agents who can still sign in, each once. */
async function activeOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const agents = await readAgents(tx, [...new Set(ids)]);
  return agents.filter((it) => it.status === 'active').map((it) => it.id);
}
