import type { TrackerRun } from '@fairlead/contract';
import { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { replyInThread } from '../conversations/index.ts';
import { changeTicket } from './change-tickets.ts';
import { trackersOf } from './link-store.ts';
import { refuseWhileWaiting } from './set-status.ts';
import { textFor } from './text-for.ts';
import type { TicketRecord } from './ticket.ts';
import { decideStatus, refuseClosed } from './ticket-rules.ts';
import { lockTickets } from './ticket-store.ts';
import { accessTracker } from './track-tickets.ts';
import {
  findRun,
  finishRun,
  insertRun,
  leaveOutOfRun,
  listRuns,
  lockOfRun,
  markOfRun,
  nextOfRun,
  type RunRecord,
} from './tracker-store.ts';

/** Goes through the tickets of a tracker. */
export const trackerRunJob: JobType<{ runId: string }> = {
  name: 'tickets.tracker-run',
  schema: z.object({ runId: z.uuid() }),
  retries: 8,
  key: ({ runId }) => runId,
};

/** Orders that something be done to all tickets that are on a tracker now; the same key again answers how far that has come. */
export async function startRun(
  tx: Tx,
  platform: Pick<Platform, 'jobs'>,
  actor: AgentActor,
  trackerId: string,
  order: Pick<RunRecord, 'kind' | 'texts' | 'fallback' | 'status'> & { key: string },
): Promise<TrackerRun> {
  await accessTracker(tx, actor, trackerId);
  const { key, ...what } = order;
  const clientKey = `${actor.id}:${key}`;
  const id = newId();
  const record = {
    ...what,
    id,
    trackerId,
    clientKey,
    agentId: actor.id,
    createdAt: tx.now,
    finishedAt: null,
  };
  if (await insertRun(tx, record)) await platform.jobs.enqueue(tx, trackerRunJob, { runId: id });
  const [run] = await listRuns(tx, trackerId, clientKey);
  if (!run) throw new Error('the run that was ordered is not there');
  return run;
}

/**
 * Does a run to its end, each ticket in a transaction of its own and once, however often it is begun again. What is not on the tracker any
 * more when its turn comes is left alone, and counts no more.
 */
export async function doRun(platform: Platform, runId: string): Promise<void> {
  const { database } = platform;
  const run = await findRun(database.reader(), runId);
  if (!run) return;
  for (;;) {
    const ticketId = await nextOfRun(database.reader(), runId);
    if (ticketId === undefined) break;
    const done = await database
      .write((tx) => doOne(tx, platform, run, ticketId).then(() => true))
      .catch((error: unknown) => {
        if (error instanceof Failure) return false;
        throw error;
      });
    if (!done) await database.write((tx) => giveUp(tx, run, ticketId));
  }
  await database.write(async (tx) => {
    if (run.kind === 'solve')
      await solve(tx, platform, run, await held(tx, run.trackerId)).catch(ignoreRefusal);
    await finishRun(tx, runId);
  });
}

async function doOne(tx: Tx, platform: Platform, run: RunRecord, ticketId: string): Promise<void> {
  if (!(await lockOfRun(tx, run.id, ticketId))) return;
  const ticket = await held(tx, ticketId);
  // Whoever took it off meanwhile means that the tracker's cause is not its own. Taking off waits for the ticket that is held here.
  if (!(await trackersOf(tx, ticketId)).includes(run.trackerId)) return leaveOutOfRun(tx, run.id, ticketId);
  refuseClosed(ticket);
  if (run.kind === 'solve') await solve(tx, platform, run, ticket);
  else await reply(tx, platform, run, ticket);
  await markOfRun(tx, run.id, ticketId, 'done');
}

async function giveUp(tx: Tx, run: RunRecord, ticketId: string): Promise<void> {
  if (await lockOfRun(tx, run.id, ticketId)) await markOfRun(tx, run.id, ticketId, 'failed');
}

async function held(tx: Tx, id: string): Promise<TicketRecord> {
  const ticket = (await lockTickets(tx, [id])).get(id);
  if (!ticket) throw fail('ticket.not_found');
  return ticket;
}

async function solve(tx: Tx, platform: Platform, run: RunRecord, ticket: TicketRecord): Promise<void> {
  await move(tx, platform, run, ticket, 'solved');
}

async function reply(tx: Tx, platform: Platform, run: RunRecord, ticket: TicketRecord): Promise<void> {
  const text = textFor(run.texts, run.fallback, ticket.locale);
  const { conversationId } = ticket;
  const said =
    conversationId !== null &&
    text !== undefined &&
    (await replyInThread(tx, platform, actorOf(run), conversationId, { text, key: `tracker:${run.id}` }));
  if (!said) throw fail('conversation.not_found');
  if (run.status) await move(tx, platform, run, ticket, run.status);
}

async function move(
  tx: Tx,
  platform: Platform,
  run: RunRecord,
  before: TicketRecord,
  status: NonNullable<RunRecord['status']>,
): Promise<void> {
  const after = decideStatus(before, status, tx.now);
  if (after) await refuseWhileWaiting(tx, after);
  await changeTicket(tx, platform, { actor: actorOf(run), before, after, cause: `tracker:${run.trackerId}` });
}

/** It is done in the name of the agent who ordered it, and with no rights besides. */
const actorOf = ({ agentId }: RunRecord): AgentActor => ({
  type: 'agent',
  id: agentId,
  roles: [],
  permissions: new Set(),
  sessionId: '',
  mustSetUpTwoFactor: false,
});

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}
