import { system } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { type Announcement, announceAll } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type ConversationRecord,
  countLoads,
  listQueued,
  lockConversations,
  offerConversation,
  previousAssignee,
  tellExpectations,
} from '../conversations/index.ts';
import { readAgentsForRouting, readTeams } from '../people/index.ts';
import type { createThreadRisks, ThreadRisk } from '../tickets/index.ts';
import type { Decline } from './askable-agents.ts';
import { expectationTold } from './events.ts';
import { expectedWait } from './expected-wait.ts';
import { averageHandling } from './handling-times.ts';
import { type Decision, decideOffers, type Offer, type Unserved } from './routing-rules.ts';
import { listDeclines, listQueuings, readHandlingTimes, takeTurn } from './routing-store.ts';

/** Conversations changed in one transaction: their rows are held while it lasts, and customers write into them meanwhile. */
export const changesAtOnce = 25;
/** Customers who are told in one transaction: a few statements for all of them. */
const tellingsAtOnce = 100;
/** More than would ever wait unless nobody works; it bounds what one pass reads. */
const queueLimit = 5000;

const routing = system('routing');

/** What a customer is to be told. */
interface Telling {
  readonly conversationId: string;
  readonly minutes: number | null;
  readonly queuedBy: string;
}

/** Offers what waits and tells who gets nobody; true when there is more than fits in one transaction. */
export async function serveQueue(
  tx: Tx,
  platform: Platform,
  lastOffered: Map<string, Date>,
  risksOf: ReturnType<typeof createThreadRisks>,
): Promise<boolean> {
  await takeTurn(tx);
  const queue = await listQueued(tx, queueLimit);
  if (queue.length === 0) return false;
  const { offers, unserved } = await decide(tx, queue, lastOffered, await risksOf(tx, queue));
  const offered = offers.slice(0, changesAtOnce);
  const tellings = await decideTellings(tx, queue, unserved);
  const told = tellings.slice(0, tellingsAtOnce);

  // All at once, in the order of ids, as everywhere, so that nobody waits for us while we wait for them.
  await lockConversations(
    tx,
    [...offered, ...told].map((it) => it.conversationId),
  );
  for (const it of offered) await offer(tx, platform, it, lastOffered);
  await tell(tx, platform, told);
  return offers.length > offered.length || tellings.length > told.length;
}

async function decide(
  tx: Tx,
  queue: readonly ConversationRecord[],
  lastOffered: ReadonlyMap<string, Date>,
  risks: ReadonlyMap<string, ThreadRisk>,
): Promise<Decision> {
  const [agents, teams] = [await readAgentsForRouting(tx), await readTeams(tx)];
  const candidates = agents
    .filter((it) => it.onDuty)
    .map((it) => ({ ...it, lastOfferedAt: lastOffered.get(it.id) ?? null }));
  const loads = await countLoads(tx, idsOf(candidates));
  const declined = queue.filter((it) => it.declinedBy !== null);
  const declines = await listDeclines(tx, idsOf(declined), oldest(declined, tx.now));
  const waiting = queue.map((it) => ({
    ...it,
    declines: declinesOf(it, declines),
    risk: risks.get(it.id)?.risk ?? 0,
  }));

  const first = decideOffers(waiting, candidates, loads, teams, tx.now);
  // Who held it before matters only for what somebody has room for: the few about to be offered, not the whole queue.
  const previous = await readPrevious(tx, first.offers.slice(0, changesAtOnce));
  if (previous.size === 0) return first;
  const withPrevious = waiting.map((it) => ({ ...it, previousAssigneeId: previous.get(it.id) ?? null }));
  return decideOffers(withPrevious, candidates, loads, teams, tx.now);
}

const idsOf = (records: ReadonlyArray<{ readonly id: string }>) => records.map((it) => it.id);
const oldest = (records: readonly ConversationRecord[], now: Date) =>
  records.reduce((earliest, { queuedAt }) => (queuedAt && queuedAt < earliest ? queuedAt : earliest), now);

/** Only those since the customer began to wait: what was long ago is no reason now. */
const declinesOf = ({ id, queuedAt }: ConversationRecord, declines: ReadonlyMap<string, Decline[]>) =>
  (declines.get(id) ?? []).filter((it) => queuedAt === null || it.at >= queuedAt);

async function readPrevious(reader: Reader, offers: readonly Offer[]): Promise<Map<string, string>> {
  const previous = new Map<string, string>();
  for (const { conversationId } of offers) {
    const agentId = await previousAssignee(reader, conversationId);
    if (agentId) previous.set(conversationId, agentId);
  }
  return previous;
}

/** What to tell those who were told no number since they were queued. */
async function decideTellings(
  reader: Reader,
  queue: readonly ConversationRecord[],
  unserved: readonly Unserved[],
): Promise<Telling[]> {
  const records = new Map(queue.map((it) => [it.id, it]));
  // A number still stands in the record; that nobody is there leaves no number, so it is looked up among the facts.
  const silent = unserved
    .map((it) => ({ ...it, record: records.get(it.conversationId) }))
    .filter((it) => it.record?.expectedMinutes === null);
  if (silent.length === 0) return [];
  const ids = silent.map((it) => it.conversationId);
  const queuings = await listQueuings(reader, ids, oldest(queue, reader.now));
  const handling = await readHandlingTimes(reader);
  return silent.flatMap(({ conversationId, record, ...place }) => {
    const queuing = queuings.get(conversationId);
    const minutes = expectedWait(place, averageHandling(handling, record?.teamId ?? ''));
    // That nobody is there is said once; once somebody is, a number is news.
    const news = queuing && (!queuing.told || minutes !== null);
    return news ? [{ conversationId, minutes, queuedBy: queuing.eventId }] : [];
  });
}

async function offer(
  tx: Tx,
  platform: Platform,
  { conversationId, agentId }: Offer,
  lastOffered: Map<string, Date>,
): Promise<void> {
  if (!(await offerConversation(tx, platform, conversationId, agentId))) return;
  tx.afterCommit(() => lastOffered.set(agentId, tx.now));
}

async function tell(tx: Tx, platform: Platform, tellings: readonly Telling[]): Promise<void> {
  const told = await tellExpectations(tx, platform, tellings);
  const facts = tellings
    .filter((it) => told.has(it.conversationId))
    .map(({ conversationId, minutes, queuedBy }): Announcement => {
      const event = expectationTold as Announcement['event'];
      return { event, subjectId: conversationId, actor: routing, payload: { minutes, queuedBy } };
    });
  await announceAll(tx, facts);
}
