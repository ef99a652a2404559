import { maximumTags, undoMinutes } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { listEventsSince } from '../../platform/events/event-store.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { messagePosted, sayInThreads } from '../conversations/index.ts';
import { accessTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTickets } from './change-tickets.ts';
import { ticketMerged, ticketUnmerged } from './events.ts';
import { moveRelatives, returnRelatives } from './merge-relatives.ts';
import { findMerge, insertMerge, markUndone, mergeBefore } from './merge-store.ts';
import type { TicketRecord } from './ticket.ts';
import { decideAnswered, refuseMerge, withStatus } from './ticket-rules.ts';
import { readTicketSettings } from './ticket-settings.ts';
import { lockTickets, openNumberOf } from './ticket-store.ts';
import { withoutGone } from './without-gone.ts';

/** Merges a ticket into another of the same customer; see the endpoint `tickets.merge`. Answers the source, closed. */
export async function mergeTickets(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  sourceId: string,
  targetId: string,
): Promise<ChangedTicket> {
  for (const id of [sourceId, targetId]) await accessTicket(tx, actor, id);
  const { source, target } = await lockBoth(tx, sourceId, targetId);
  refuseMerge(source, target);
  const followerIds = union(target.followerIds, source.followerIds);
  const tags = union(target.tags, source.tags).slice(0, maximumTags);
  const facts = [fact(ticketMerged, { sourceId, targetId })];
  const closed = { ...withStatus(source, 'closed', tx.now), mergedIntoId: targetId };
  const [changed] = await changeTickets(tx, platform, [
    { actor, before: source, after: closed, facts },
    { actor, before: target, after: { ...target, followerIds, tags }, facts },
  ]);
  const relatives = await moveRelatives(tx, platform, actor, sourceId, targetId);
  await insertMerge(tx, {
    id: newId(),
    sourceId,
    targetId,
    mergedAt: tx.now,
    before: mergeBefore.parse({
      status: source.status,
      statusAt: source.statusAt,
      solvedAt: source.solvedAt,
      addedFollowers: without(followerIds, target.followerIds),
      addedTags: without(tags, target.tags),
      ...relatives,
    }),
  });
  const params = { source: source.number, target: target.number };
  await say(tx, platform, actor, source, { key: 'ticket_merged_into', params });
  await say(tx, platform, actor, target, { key: 'ticket_merged_from', params });
  return answered(changed);
}

/** Takes a merge back within 30 minutes; see the endpoint `tickets.undoMerge`. Answers the source, as it was. */
export async function undoMerge(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  sourceId: string,
): Promise<ChangedTicket> {
  const { mergedIntoId } = await accessTicket(tx, actor, sourceId);
  if (!mergedIntoId) throw fail('ticket.not_merged');
  const { source, target } = await lockBoth(tx, sourceId, mergedIntoId);
  const merge = await findMerge(tx, sourceId);
  if (!merge || source.mergedIntoId === null) throw fail('ticket.not_merged');
  if (tx.now.getTime() - merge.mergedAt.getTime() > undoMinutes * 60_000) throw fail('ticket.undo_expired');
  const another = source.conversationId && (await openNumberOf(tx, source.conversationId));
  if (another) throw fail('ticket.already_open', { number: another });
  await markUndone(tx, merge.id);
  const { status, statusAt, solvedAt, addedFollowers, addedTags } = merge.before;
  const facts = [fact(ticketUnmerged, { sourceId, targetId: target.id })];
  const apart = { ...source, status, statusAt, solvedAt, closedAt: null, mergedIntoId: null };
  const restored = await answeredSince(tx, apart, merge.mergedAt);
  const relieved = {
    ...target,
    followerIds: without(target.followerIds, addedFollowers),
    tags: without(target.tags, addedTags),
  };
  const [changed] = await changeTickets(tx, platform, [
    { actor, before: source, after: restored, facts },
    { actor, before: target, after: relieved, facts },
  ]);
  await returnRelatives(tx, platform, actor, sourceId, target.id, merge.before);
  const params = { source: source.number, target: target.number };
  for (const ticket of [source, target]) {
    await say(tx, platform, actor, ticket, { key: 'ticket_unmerged', params });
  }
  return answered(changed);
}

/** What the customer has written to it since a moment, and nobody answered, opens it, as it would have if it had been apart. */
async function answeredSince(tx: Tx, ticket: TicketRecord, since: Date): Promise<TicketRecord> {
  if (!ticket.conversationId) return ticket;
  const thread = [{ subjectId: ticket.conversationId, since }];
  const wrote = (await listEventsSince(tx, thread, [messagePosted.type])).findLast(({ payload }) => {
    const { kind, author } = messagePosted.schema.parse(payload);
    return kind === 'text' && author !== 'bot';
  });
  if (!wrote || messagePosted.schema.parse(wrote.payload).author !== 'customer') return ticket;
  const { reopenDays } = await readTicketSettings(tx);
  const answered = decideAnswered(ticket, wrote.occurredAt, reopenDays);
  return answered.kind === 'opens' ? withoutGone(tx, ticket, answered.after) : ticket;
}

async function lockBoth(tx: Tx, sourceId: string, targetId: string) {
  const locked = await lockTickets(tx, [sourceId, targetId]);
  const [source, target] = [locked.get(sourceId), locked.get(targetId)];
  if (!source || !target) throw fail('ticket.not_found');
  return { source, target };
}

async function say(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  { conversationId }: TicketRecord,
  line: Parameters<typeof sayInThreads>[4],
): Promise<void> {
  if (conversationId) await sayInThreads(tx, platform, actor, [conversationId], line);
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
const without = (all: readonly string[], these: readonly string[]) => all.filter((it) => !these.includes(it));
const fact = <T>(event: { type: string; schema: unknown }, payload: T) => ({
  event: event as Announcement['event'],
  payload,
});

function answered(changed: ChangedTicket | undefined): ChangedTicket {
  if (!changed) throw new Error('nothing was changed');
  return changed;
}
