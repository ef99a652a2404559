import type { Decline } from './askable-agents.ts';
import { decideLapses } from './lapse-rules.ts';
import { decideOffers, type Offer, type Waiting } from './routing-rules.ts';
import type { RoutingAgent } from './suitable-agents.ts';

const second = 1000;
const minute = 60 * second;
const acceptSeconds = 60;

export interface SimulatedAgent extends RoutingAgent {
  presence: RoutingAgent['presence'];
  lastOfferedAt: Date | null;
  /** How likely they let an offer lapse. */
  readonly inattention: number;
  /** Minutes on and off duty by turns, on average; null for one who stays. */
  readonly shift: { on: number; off: number } | null;
}

export interface SimulatedConversation extends Waiting {
  queuedAt: Date;
  priority: number;
  risk: number;
  declines: Decline[];
  previousAssigneeId: string | null;
  inboxId: string;
  state: 'queued' | 'offered' | 'held' | 'closed';
  assigneeId: string | null;
  offeredAt: Date | null;
  /** Longest time it spent in the queue or offered before somebody took it. */
  waited: number;
}

export interface Scenario {
  readonly seed: number;
  readonly agents: readonly SimulatedAgent[];
  readonly teams: ReadonlyArray<{ id: string; skill: string | null }>;
  /** For how many minutes customers arrive, and then for how long what is left is worked off. */
  readonly open: number;
  readonly after: number;
  /** Arrivals a minute at a given minute. */
  readonly rate: (minute: number) => number;
  /** What a new customer brings. `pick` is uniform in [0, 1). */
  readonly arrive: (pick: () => number) => { teamId: string; language: string };
  readonly handlingMinutes: number;
}

/** What happened in one pass, before its offers are applied. */
export interface Pass {
  readonly now: Date;
  readonly offers: readonly Offer[];
  readonly waiting: readonly SimulatedConversation[];
  readonly agents: readonly SimulatedAgent[];
  readonly held: ReadonlyMap<string, number>;
}

/**
 * Plays a day event by event: customers arrive, agents take offers or let them lapse, close, go and come back; after each event and
 * every five seconds the rules decide. `watch` sees every pass. Answers all conversations as they ended.
 */
export function simulateDay(scenario: Scenario, watch: (pass: Pass) => void): SimulatedConversation[] {
  const { teams, handlingMinutes } = scenario;
  const pick = generator(scenario.seed);
  const pickRisk = generator(scenario.seed + 1000);
  const wait = (mean: number) => -Math.log(1 - pick()) * mean;
  const agents = scenario.agents.map((it) => ({ ...it }));
  const conversations: SimulatedConversation[] = [];
  const open = new Set<SimulatedConversation>();
  const events: Array<{ at: number; run: () => void }> = [];
  let now = Date.UTC(2026, 10, 24);
  const start = now;
  const end = start + (scenario.open + scenario.after) * minute;

  const later = (milliseconds: number, run: () => void) => {
    const event = { at: now + milliseconds, run };
    const place = events.findLastIndex((it) => it.at <= event.at);
    events.splice(place + 1, 0, event);
  };
  const at = () => new Date(now);
  const held = () => {
    const loads = new Map<string, number>();
    for (const { assigneeId } of open)
      if (assigneeId) loads.set(assigneeId, (loads.get(assigneeId) ?? 0) + 1);
    return loads;
  };

  function arrive() {
    const minutes = (now - start) / minute;
    if (minutes > scenario.open) return;
    const known = agents[Math.floor(pick() * agents.length)];
    const conversation: SimulatedConversation = {
      ...scenario.arrive(pick),
      id: String(conversations.length).padStart(6, '0'),
      inboxId: 'chat',
      queuedAt: at(),
      priority: 0,
      // One of ten has something to lose.
      risk: pickRisk() < 0.1 ? Math.floor(pickRisk() * 101) : 0,
      declines: [],
      previousAssigneeId: pick() < 0.2 && known ? known.id : null,
      state: 'queued',
      assigneeId: null,
      offeredAt: null,
      waited: 0,
    };
    conversations.push(conversation);
    open.add(conversation);
    later(wait(1 / scenario.rate(minutes)) * minute, arrive);
  }

  function turnShift(agent: SimulatedAgent) {
    const { shift } = agent;
    if (!shift) return;
    const coming = agent.presence !== 'online';
    agent.presence = coming ? 'online' : pick() < 0.5 ? 'away' : 'offline';
    if (!coming)
      for (const it of open)
        if (it.assigneeId === agent.id && it.state === 'held' && pick() < 0.3) putBack(it, agent.id);
    later(wait(coming ? shift.on : shift.off) * minute, () => turnShift(agent));
  }

  function putBack(it: SimulatedConversation, by: string) {
    Object.assign(it, { state: 'queued', assigneeId: null, offeredAt: null, queuedAt: at() });
    Object.assign(it, { declines: [{ agentId: by, at: at() }], previousAssigneeId: by });
  }

  function offer({ conversationId, agentId }: Offer) {
    const it = conversations[Number(conversationId)];
    const agent = agents.find((one) => one.id === agentId);
    if (!it || !agent) throw new Error('an offer of nothing or to nobody');
    const offeredAt = at();
    Object.assign(it, { state: 'offered', assigneeId: agentId, offeredAt });
    agent.lastOfferedAt = offeredAt;
    if (pick() < agent.inattention) return;
    later(wait(12) * second, () => {
      const stands = it.state === 'offered' && it.assigneeId === agentId && it.offeredAt === offeredAt;
      if (stands && agent.presence !== 'offline') accept(it);
    });
  }

  function accept(it: SimulatedConversation) {
    it.waited = Math.max(it.waited, now - it.queuedAt.getTime());
    const holder = it.assigneeId;
    Object.assign(it, { state: 'held', priority: 0, declines: [], offeredAt: null });
    later(wait(handlingMinutes) * minute, () => {
      if (it.state !== 'held' || it.assigneeId !== holder) return;
      Object.assign(it, { state: 'closed', assigneeId: null });
      open.delete(it);
    });
  }

  function lapse() {
    const offered = [...open].filter((it) => it.state === 'offered');
    const presences = new Map(agents.map((it) => [it.id, it.presence]));
    for (const { conversationId } of decideLapses(
      offered,
      new Map([['chat', acceptSeconds]]),
      presences,
      at(),
    )) {
      const it = conversations[Number(conversationId)];
      if (!it?.assigneeId) throw new Error('a lapse of nothing');
      it.declines = [...it.declines, { agentId: it.assigneeId, at: at() }];
      Object.assign(it, { priority: it.priority + 1, state: 'queued', assigneeId: null, offeredAt: null });
    }
  }

  function pass() {
    lapse();
    const waiting = [...open].filter((it) => it.state === 'queued');
    if (waiting.length === 0) return;
    const loads = held();
    const { offers } = decideOffers(waiting, agents, loads, teams, at());
    watch({ now: at(), offers, waiting, agents, held: loads });
    for (const it of offers) offer(it);
  }

  arrive();
  for (const agent of agents) if (agent.shift) later(wait(agent.shift.on) * minute, () => turnShift(agent));
  for (let tick = start; tick < end; tick += 5 * second) {
    for (let next = events[0]; next && next.at <= tick; next = events[0]) {
      events.shift();
      now = next.at;
      next.run();
      pass();
    }
    now = tick;
    pass();
  }
  return conversations;
}

/** Uniform numbers in [0, 1) that are the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
