import { describe, expect, it } from 'vitest';
import { inServingOrder } from './serving-order.ts';
import {
  type Pass,
  type Scenario,
  type SimulatedAgent,
  type SimulatedConversation,
  simulateDay,
} from './simulated-day.testing.ts';

const minute = 60_000;
const teams = [
  { id: 'support', skill: null },
  { id: 'security', skill: 'kyc' },
];

const agent = (id: string, languages: string[], rest: Partial<SimulatedAgent> = {}): SimulatedAgent => ({
  id,
  presence: 'online',
  languages: languages.map((it) => ({ language: it.slice(0, -1), level: Number(it.at(-1)) })),
  skills: [],
  teamIds: ['support'],
  capacity: { chat: 4 },
  lastOfferedAt: null,
  inattention: 0.1,
  shift: null,
  ...rest,
});
const both = { teamIds: ['support', 'security'], skills: ['kyc'] };

/** Room for 44; each language has somebody who stays, and others who come and go. */
const staff: SimulatedAgent[] = [
  agent('anna', ['en3'], both),
  agent('ben', ['en3', 'vi1'], { shift: { on: 60, off: 15 } }),
  agent('cora', ['en2', 'es3'], { ...both, shift: { on: 90, off: 20 } }),
  agent('dung', ['vi3', 'en1'], both),
  agent('lan', ['vi3'], { inattention: 0.4 }),
  agent('mai', ['vi2', 'zh1'], { shift: { on: 45, off: 30 } }),
  agent('wei', ['zh3', 'en2'], both),
  agent('jun', ['zh-TW3', 'ja2'], { shift: { on: 60, off: 20 } }),
  agent('hana', ['ja3'], { capacity: { chat: 2 } }),
  agent('luz', ['es3', 'en2'], { capacity: { chat: 6 } }),
  agent('omar', ['en2'], { inattention: 0.8, shift: { on: 30, off: 30 } }),
];

/** Two of a hundred write a language that nobody here does. */
function arrive(pick: () => number) {
  const at = pick();
  const shares: Array<[string, number]> = [
    ['en', 0.4],
    ['vi', 0.65],
    ['zh', 0.85],
    ['es', 0.95],
    ['ja', 0.98],
  ];
  const language = shares.find(([, share]) => at < share)?.[0] ?? 'ko';
  return {
    language,
    teamId: language !== 'ja' && language !== 'es' && pick() < 0.15 ? 'security' : 'support',
  };
}

const day: Omit<Scenario, 'seed'> = {
  agents: staff,
  teams,
  open: 300,
  after: 120,
  rate: () => 2.6,
  arrive,
  handlingMinutes: 8,
};

const base = (tag: string) => tag.split('-')[0];
const writes = (it: SimulatedAgent, language: string) =>
  it.languages.some((one) => base(one.language) === language);

const justDeclined = (it: SimulatedConversation, agentId: string, now: Date) =>
  it.declines.some((one) => one.agentId === agentId && now.getTime() - one.at.getTime() < 3 * minute);

/** Checks every offer of a pass against the promises, written down afresh rather than by calling the rules. */
function checkOffers({ now, offers, waiting, agents, held }: Pass): void {
  const load = new Map(held);
  const byId = new Map(waiting.map((it) => [it.id, it]));
  for (const { conversationId, agentId } of offers) {
    const to = agents.find((it) => it.id === agentId);
    const what = byId.get(conversationId);
    if (!to || !what) throw new Error('an offer of nothing or to nobody');
    const colleagues = agents.filter(
      (it) =>
        it.presence === 'online' &&
        it.teamIds.includes(what.teamId) &&
        (what.teamId === 'support' || it.skills.includes('kyc')),
    );
    load.set(agentId, (load.get(agentId) ?? 0) + 1);
    const facts = {
      present: to.presence,
      belongs: colleagues.includes(to),
      withinCapacity: (load.get(agentId) ?? 0) <= to.capacity.chat,
      understood:
        writes(to, what.language) ||
        (writes(to, 'en') &&
          now.getTime() - what.queuedAt.getTime() >= 2 * minute &&
          !colleagues.some((it) => writes(it, what.language) && !justDeclined(what, it.id, now))),
    };
    expect(facts).toEqual({ present: 'online', belongs: true, withinCapacity: true, understood: true });
  }
}

/** Within a team and language nobody is passed over, but by an agent who has just declined that conversation, or who would have to answer in English at once. */
function checkOrder({ now, offers, waiting, agents }: Pass): void {
  if (offers.length === 0) return;
  const takers = new Map(offers.map((it) => [it.conversationId, it.agentId]));
  const passed: SimulatedConversation[] = [];
  for (const it of inServingOrder(waiting, now)) {
    const taker = takers.get(it.id);
    if (!taker) {
      passed.push(it);
      continue;
    }
    for (const earlier of passed) {
      if (earlier.teamId !== it.teamId || earlier.language !== it.language) continue;
      const agent = agents.find((one) => one.id === taker);
      const tooSoon = now.getTime() - earlier.queuedAt.getTime() < 2 * minute;
      const inEnglish = agent !== undefined && !writes(agent, earlier.language);
      expect(justDeclined(earlier, taker, now) || (tooSoon && inEnglish)).toBe(true);
    }
  }
}

/** Plays a scenario under watch. `waits` are minutes, shortest first; `mostWaiting` is how many waited at the worst moment. */
function play(scenario: Scenario) {
  let mostWaiting = 0;
  let offers = 0;
  const all = simulateDay(scenario, (pass) => {
    mostWaiting = Math.max(mostWaiting, pass.waiting.length);
    offers += pass.offers.length;
    checkOffers(pass);
    checkOrder(pass);
  });
  const waits = all.map((it) => it.waited / minute).sort((a, b) => a - b);
  const quantile = (share: number) => waits[Math.floor(share * (waits.length - 1))] ?? 0;
  const unfinished = all.filter((it) => it.state !== 'closed').map((it) => it.id);
  return { count: all.length, offers, mostWaiting, unfinished, quantile };
}

describe('a rush in which some have money at risk', { timeout: 60_000 }, () => {
  it.each([51, 52])('those wait less, and the others are served all the same (seed %i)', (seed) => {
    const rush = { open: 180, after: 240, rate: (at: number) => (at > 60 && at < 100 ? 10 : 2) };
    const all = simulateDay({ ...day, ...rush, seed }, checkOrder);
    const meanOf = (some: readonly SimulatedConversation[]) =>
      some.reduce((sum, it) => sum + it.waited, 0) / some.length / minute;
    const atRisk = all.filter((it) => it.risk >= 50);
    const others = all.filter((it) => it.risk === 0);
    expect(atRisk.length).toBeGreaterThan(20);
    expect(meanOf(atRisk)).toBeLessThan(meanOf(others) * 0.75);
    expect(all.filter((it) => it.state !== 'closed')).toEqual([]);
  });
});

describe('a day of random arrivals', { timeout: 60_000 }, () => {
  it.each([1, 2, 3, 4, 5, 6])('serves everybody soon while there are enough people (seed %i)', (seed) => {
    const { count, offers, unfinished, quantile } = play({ ...day, seed });
    // The day was a real one: hundreds came, and many offers were made more than once.
    expect(count).toBeGreaterThan(600);
    expect(offers).toBeGreaterThan(count * 1.1);
    expect(unfinished).toEqual([]);
    expect(quantile(0.5)).toBeLessThan(1);
    expect(quantile(0.99)).toBeLessThan(12);
    expect(quantile(1)).toBeLessThan(20);
  });

  it.each([11, 12])('starves nobody when three times as many come as can be served (seed %i)', (seed) => {
    const rush = { open: 180, after: 240, rate: (at: number) => (at > 60 && at < 100 ? 10 : 2) };
    const { mostWaiting, unfinished, quantile } = play({ ...day, ...rush, seed });
    expect(mostWaiting).toBeGreaterThan(140);
    expect(unfinished).toEqual([]);
    // What all of them together take to work off, with most of the 44 places there, and what lapses and others’ risk may add.
    const backlogMinutes = (mostWaiting * day.handlingMinutes) / 30;
    expect(quantile(1)).toBeLessThan(backlogMinutes + 30);
  });

  it.each([21, 22, 23])('keeps going past colleagues who never answer (seed %i)', (seed) => {
    const agents = [
      agent('anna', ['en3'], { inattention: 0 }),
      // More than can decline within one rest, so that somebody who does not look may always be asked.
      ...['as', 'bs', 'cs', 'ds', 'es'].map((id) =>
        agent(id, ['en3'], { inattention: 1, capacity: { chat: 8 } }),
      ),
    ];
    const english = () => ({ teamId: 'support', language: 'en' });
    const { unfinished, quantile } = play({ ...day, agents, arrive: english, rate: () => 0.3, seed });
    expect(unfinished).toEqual([]);
    expect(quantile(1)).toBeLessThan(40);
  });

  it.each([31, 32, 33])(
    'gets everybody served by one agent who lets half of the offers lapse (seed %i)',
    (seed) => {
      const agents = [agent('anna', ['en3'], { inattention: 0.5, capacity: { chat: 2 } })];
      const english = () => ({ teamId: 'support', language: 'en' });
      const { unfinished, quantile } = play({ ...day, agents, arrive: english, rate: () => 0.12, seed });
      expect(unfinished).toEqual([]);
      expect(quantile(1)).toBeLessThan(40);
    },
  );

  it('serves a language that nobody writes in English, after a moment', () => {
    const { unfinished, quantile } = play({
      ...day,
      arrive: () => ({ teamId: 'support', language: 'ko' }),
      rate: () => 1,
      seed: 41,
    });
    expect(unfinished).toEqual([]);
    expect(quantile(0)).toBeGreaterThanOrEqual(2);
    expect(quantile(0.9)).toBeLessThan(6);
  });
});
