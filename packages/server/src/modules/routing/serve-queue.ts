import { system } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { type Announcement, announceAll } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  countLoads,
  listQueued,
  listUntold,
  lockConversations,
  offerConversation,
  previousAssignee,
  type QueuedConversation,
  tellExpectations,
} from '../conversations/index.ts';
import { readAgentsForRouting, readTeams } from '../people/index.ts';
import { type createThreadRisks, soonestPromises, type ThreadRisk } from '../tickets/index.ts';
import type { Decline } from './askable-agents.ts';
import { expectationTold } from './events.ts';
import { expectedWait } from './expected-wait.ts';
import { averageHandling } from './handling-times.ts';
import { type Decision, decideOffers, type Offer, type Unserved } from './routing-rules.ts';
import { listDeclines, listQueuings, readHandlingTimes, takeTurn } from './routing-store.ts';
import { servedTeams } from './suitable-agents.ts';

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
  readonly queuedAt: Date | null;
  /** Null that nobody is there. */
  readonly minutes: number | null;
}

type Candidate = Awaited<ReturnType<typeof readAgentsForRouting>>[number] & {
  readonly lastOfferedAt: Date | null;
};
interface Staff {
  readonly candidates: readonly Candidate[];
  readonly teams: Awaited<ReturnType<typeof readTeams>>;
  readonly loads: ReadonlyMap<string, number>;
}

/**
 * Offers what waits and tells who gets nobody; true when there is more than fits in one transaction. What waits for a team in which nobody is
 * there is not looked at once its customer knows, however much that is.
 */
export async function serveQueue(
  tx: Tx,
  platform: Platform,
  lastOffered: Map<string, Date>,
  risksOf: ReturnType<typeof createThreadRisks>,
): Promise<boolean> {
  await takeTurn(tx);
  const staff = await readStaff(tx, lastOffered);
  const served = servedTeams(staff.candidates, staff.teams);
  const lonely = await listUntold(tx, served, tellingsAtOnce + 1);
  const queue = await listQueued(tx, served, queueLimit);
  const { offers, unserved } = mayChange(queue, staff)
    ? await decide(tx, queue, staff, await risksOf(tx, queue))
    : { offers: [], unserved: [] };
  const offered = offers.slice(0, changesAtOnce);
  const tellings = [
    ...lonely.map(({ id, queuedAt }): Telling => ({ conversationId: id, queuedAt, minutes: null })),
    ...(await decideTellings(tx, queue, unserved)),
  ];
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

async function readStaff(reader: Reader, lastOffered: ReadonlyMap<string, Date>): Promise<Staff> {
  const [agents, teams] = [await readAgentsForRouting(reader), await readTeams(reader)];
  const candidates = agents
    .filter((it) => it.onDuty)
    .map((it) => ({ ...it, lastOfferedAt: lastOffered.get(it.id) ?? null }));
  return { candidates, teams, loads: await countLoads(reader, idsOf(candidates)) };
}

/** With nobody free, and everybody told their minutes, there is nothing to decide. */
const mayChange = (queue: readonly QueuedConversation[], { candidates, loads }: Staff) =>
  queue.some((it) => it.expectedMinutes === null) ||
  (queue.length > 0 && candidates.some((it) => it.capacity.chat > (loads.get(it.id) ?? 0)));

async function decide(
  tx: Tx,
  queue: readonly QueuedConversation[],
  { candidates, teams, loads }: Staff,
  risks: ReadonlyMap<string, ThreadRisk>,
): Promise<Decision> {
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
const oldest = (records: ReadonlyArray<Pick<QueuedConversation, 'queuedAt'>>, now: Date) =>
  records.reduce((earliest, { queuedAt }) => (queuedAt && queuedAt < earliest ? queuedAt : earliest), now);

/** Only those since the customer began to wait: what was long ago is no reason now. */
const declinesOf = ({ id, queuedAt }: QueuedConversation, declines: ReadonlyMap<string, Decline[]>) =>
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
  queue: readonly QueuedConversation[],
  unserved: readonly Unserved[],
): Promise<Telling[]> {
  const records = new Map(queue.map((it) => [it.id, it]));
  const silent = unserved.flatMap(({ conversationId, ...place }) => {
    const record = records.get(conversationId);
    return record?.expectedMinutes === null ? [{ record, place }] : [];
  });
  if (silent.length === 0) return [];
  const handling = await readHandlingTimes(reader);
  return silent.flatMap(({ record, place }) => {
    const minutes = expectedWait(place, averageHandling(handling, record.teamId));
    // That nobody is there is said once; once somebody is, a number is news.
    const news = !record.expectationTold || minutes !== null;
    return news ? [{ conversationId: record.id, queuedAt: record.queuedAt, minutes }] : [];
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
  const lonely = tellings.flatMap((it) => (it.minutes === null ? [it.conversationId] : []));
  const promises = await soonestPromises(tx, lonely);
  // Whose ticket was opened just now is told by the next pass: two hours are promised to some, and they are not to read that it takes a day.
  const known = tellings.filter((it) => it.minutes !== null || promises.get(it.conversationId) !== null);
  const told = await tellExpectations(
    tx,
    platform,
    known.map((it) => ({ ...it, promisedAt: promises.get(it.conversationId) ?? null })),
  );
  const queuings = await listQueuings(tx, [...told], oldest(tellings, tx.now));
  const facts = tellings.flatMap(({ conversationId, minutes }): Announcement[] => {
    const queuedBy = told.has(conversationId) ? queuings.get(conversationId) : undefined;
    const event = expectationTold as Announcement['event'];
    return queuedBy
      ? [{ event, subjectId: conversationId, actor: routing, payload: { minutes, queuedBy } }]
      : [];
  });
  await announceAll(tx, facts);
}
