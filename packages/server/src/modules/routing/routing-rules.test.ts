import { describe, expect, it } from 'vitest';
import { decideOffers, type Waiting } from './routing-rules.ts';
import type { RoutingAgent } from './suitable-agents.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const teams = [
  { id: 'support', skill: null },
  { id: 'security', skill: 'kyc' },
];

const waits = (id: string, rest: Partial<Waiting> = {}): Waiting => ({
  id,
  teamId: 'support',
  language: 'en',
  queuedAt: ago(10),
  priority: 0,
  declines: [],
  ...rest,
});

/** `agent('linh', 'vi3 en1')` is online in `support` with room for four. */
const agent = (id: string, languages: string, rest: Partial<RoutingAgent> = {}): RoutingAgent => ({
  id,
  presence: 'online',
  languages: languages.split(' ').map((it) => ({ language: it.slice(0, -1), level: Number(it.at(-1)) })),
  skills: [],
  teamIds: ['support'],
  capacity: { chat: 4 },
  ...rest,
});

/** Offers as `conversation>agent`, and why the others get nobody as `conversation:why`. */
function decide(queue: Waiting[], agents: RoutingAgent[], loads: Record<string, number> = {}): string[] {
  const { offers, unserved } = decideOffers(queue, agents, new Map(Object.entries(loads)), teams, now);
  return [
    ...offers.map((it) => `${it.conversationId}>${it.agentId}`),
    ...unserved.map((it) => `${it.conversationId}:${it.why}`),
  ];
}

interface Case {
  rule: string;
  queue: Waiting[];
  agents: RoutingAgent[];
  loads?: Record<string, number>;
  expected: string[];
}

const vi = { language: 'vi' };
const declinedBy = (agentId: string, seconds: number) => ({ agentId, at: ago(seconds) });
const lapsed = (by: string, seconds: number) => ({ declines: [declinedBy(by, seconds)], priority: 1 });

const suitability: Case[] = [
  {
    rule: 'a conversation goes to who writes its language',
    queue: [waits('c', vi)],
    agents: [agent('anna', 'en3'), agent('linh', 'vi3')],
    expected: ['c>linh'],
  },
  {
    rule: 'whoever can help out in the language is enough',
    queue: [waits('c', vi)],
    agents: [agent('anna', 'en3 vi1')],
    expected: ['c>anna'],
  },
  {
    rule: 'simplified Chinese is read by who reads Chinese',
    queue: [waits('c', { language: 'zh-CN' })],
    agents: [agent('wei', 'zh2')],
    expected: ['c>wei'],
  },
  {
    rule: 'traditional Chinese too, and whatever the agent’s region',
    queue: [waits('c', { language: 'zh' })],
    agents: [agent('mei', 'zh-TW3')],
    expected: ['c>mei'],
  },
  {
    rule: 'Japanese is not Chinese',
    queue: [waits('c', { language: 'ja' })],
    agents: [agent('wei', 'zh3')],
    expected: ['c:nobody'],
  },
  {
    rule: 'only members of the team',
    queue: [waits('c')],
    agents: [agent('anna', 'en3', { teamIds: ['sales'] })],
    expected: ['c:nobody'],
  },
  {
    rule: 'only who holds the team’s skill',
    queue: [waits('c', { teamId: 'security' })],
    agents: [
      agent('anna', 'en3', { teamIds: ['security'] }),
      agent('ben', 'en1', { teamIds: ['security'], skills: ['kyc'] }),
    ],
    expected: ['c>ben'],
  },
  {
    rule: 'a skill that nobody holds is nobody',
    queue: [waits('c', { teamId: 'security' })],
    agents: [agent('anna', 'en3', { teamIds: ['security'] })],
    expected: ['c:nobody'],
  },
  {
    rule: 'never to someone offline',
    queue: [waits('c')],
    agents: [agent('anna', 'en3', { presence: 'offline' })],
    expected: ['c:nobody'],
  },
  {
    rule: 'never to someone away',
    queue: [waits('c')],
    agents: [agent('anna', 'en3', { presence: 'away' })],
    expected: ['c:nobody'],
  },
  { rule: 'no agents at all', queue: [waits('c')], agents: [], expected: ['c:nobody'] },
  {
    rule: 'a team that is gone has nobody',
    queue: [waits('c', { teamId: 'gone' })],
    agents: [agent('anna', 'en3')],
    expected: ['c:nobody'],
  },
];

const capacity: Case[] = [
  {
    rule: 'nobody above capacity',
    queue: [waits('c')],
    agents: [agent('anna', 'en3')],
    loads: { anna: 4 },
    expected: ['c:busy'],
  },
  {
    rule: 'an agent who took more than they may is simply full',
    queue: [waits('c')],
    agents: [agent('anna', 'en3')],
    loads: { anna: 6 },
    expected: ['c:busy'],
  },
  {
    rule: 'a capacity of nothing is nobody',
    queue: [waits('c')],
    agents: [agent('anna', 'en3', { capacity: { chat: 0 } })],
    expected: ['c:nobody'],
  },
  {
    rule: 'loads grow within a pass',
    queue: [waits('a', { queuedAt: ago(30) }), waits('b', { queuedAt: ago(20) }), waits('c')],
    agents: [agent('anna', 'en3')],
    loads: { anna: 2 },
    expected: ['a>anna', 'b>anna', 'c:busy'],
  },
  {
    rule: 'the most free capacity first, level notwithstanding',
    queue: [waits('c')],
    agents: [agent('anna', 'en3'), agent('ben', 'en1')],
    loads: { anna: 1 },
    expected: ['c>ben'],
  },
  {
    rule: 'free capacity counts in conversations, not in shares',
    queue: [waits('c')],
    agents: [agent('anna', 'en3'), agent('ben', 'en3', { capacity: { chat: 10 } })],
    loads: { ben: 5 },
    expected: ['c>ben'],
  },
  {
    rule: 'of equally free the better level',
    queue: [waits('c')],
    agents: [agent('anna', 'en2'), agent('ben', 'en3')],
    expected: ['c>ben'],
  },
  {
    rule: 'of equal levels the one not asked for longest',
    queue: [waits('c')],
    agents: [
      agent('anna', 'en3', { lastOfferedAt: ago(60) }),
      agent('ben', 'en3', { lastOfferedAt: ago(600) }),
    ],
    expected: ['c>ben'],
  },
  {
    rule: 'one never asked comes before one asked',
    queue: [waits('c')],
    agents: [agent('anna', 'en3', { lastOfferedAt: ago(60) }), agent('ben', 'en3')],
    expected: ['c>ben'],
  },
  {
    rule: 'else by id, however the agents are listed',
    queue: [waits('c')],
    agents: [agent('ben', 'en3'), agent('anna', 'en3')],
    expected: ['c>anna'],
  },
  {
    rule: 'a burst is spread',
    queue: [waits('a'), waits('b'), waits('c'), waits('d')],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    expected: ['a>anna', 'b>ben', 'c>anna', 'd>ben'],
  },
];

const returning: Case[] = [
  {
    rule: 'who held it before, though others are freer',
    queue: [waits('c', { previousAssigneeId: 'anna' })],
    agents: [agent('anna', 'en1'), agent('ben', 'en3')],
    loads: { anna: 3 },
    expected: ['c>anna'],
  },
  {
    rule: 'not when they are full',
    queue: [waits('c', { previousAssigneeId: 'anna' })],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    loads: { anna: 4 },
    expected: ['c>ben'],
  },
  {
    rule: 'not when they are away',
    queue: [waits('c', { previousAssigneeId: 'anna' })],
    agents: [agent('anna', 'en3', { presence: 'away' }), agent('ben', 'en3')],
    expected: ['c>ben'],
  },
  {
    rule: 'not when they do not write the language',
    queue: [waits('c', { ...vi, previousAssigneeId: 'anna' })],
    agents: [agent('anna', 'en3'), agent('linh', 'vi3')],
    expected: ['c>linh'],
  },
  {
    rule: 'not when it was they who put it back, even after their rest',
    queue: [waits('c', { previousAssigneeId: 'anna', ...lapsed('anna', 600) })],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    loads: { anna: 2, ben: 1 },
    expected: ['c>ben'],
  },
];

const declined: Case[] = [
  {
    rule: 'somebody else is asked after a lapse',
    queue: [waits('c', lapsed('anna', 1))],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    loads: { ben: 3 },
    expected: ['c>ben'],
  },
  {
    rule: 'a busy other is waited for',
    queue: [waits('c', lapsed('anna', 179))],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    loads: { ben: 4 },
    expected: ['c:busy'],
  },
  {
    rule: 'after three minutes they may be asked again',
    queue: [waits('c', lapsed('anna', 180))],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    loads: { ben: 4 },
    expected: ['c>anna'],
  },
  {
    rule: 'the only candidate gets a moment',
    queue: [waits('c', lapsed('anna', 29))],
    agents: [agent('anna', 'en3'), agent('ben', 'en3', { presence: 'offline' })],
    expected: ['c:paused'],
  },
  {
    rule: 'and is then asked again',
    queue: [waits('c', lapsed('anna', 30))],
    agents: [agent('anna', 'en3')],
    expected: ['c>anna'],
  },
  {
    rule: 'it does not go to and fro between two who do not look: the third is asked',
    queue: [waits('c', { declines: [declinedBy('ben', 400), declinedBy('anna', 200)], priority: 2 })],
    agents: [agent('anna', 'en3'), agent('ben', 'en3'), agent('cora', 'en1')],
    loads: { cora: 3 },
    expected: ['c>cora'],
  },
  {
    rule: 'when all have declined, the one who did so least often',
    queue: [
      waits('c', {
        declines: [declinedBy('ben', 900), declinedBy('anna', 800), declinedBy('ben', 700)],
        priority: 3,
      }),
    ],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    loads: { anna: 3 },
    expected: ['c>anna'],
  },
  {
    rule: 'when all have just declined, whoever had half a minute',
    queue: [waits('c', { declines: [declinedBy('anna', 60), declinedBy('ben', 1)], priority: 2 })],
    agents: [agent('anna', 'en3'), agent('ben', 'en3')],
    expected: ['c>anna'],
  },
  {
    rule: 'what one declined does not keep other conversations from them',
    queue: [waits('a', lapsed('anna', 1)), waits('b')],
    agents: [agent('anna', 'en3')],
    expected: ['b>anna', 'a:paused'],
  },
];

const english: Case[] = [
  {
    rule: 'nobody online writes it: not at once in English',
    queue: [waits('c', { ...vi, queuedAt: ago(119) })],
    agents: [agent('anna', 'en3'), agent('linh', 'vi3', { presence: 'offline' })],
    expected: ['c:paused'],
  },
  {
    rule: 'but after two minutes',
    queue: [waits('c', { ...vi, queuedAt: ago(120) })],
    agents: [agent('anna', 'en3'), agent('wei', 'zh3')],
    expected: ['c>anna'],
  },
  {
    rule: 'a busy speaker is waited for',
    queue: [waits('c', { ...vi, queuedAt: ago(1200) })],
    agents: [agent('anna', 'en3'), agent('linh', 'vi3')],
    loads: { linh: 4 },
    expected: ['c:busy'],
  },
  {
    rule: 'a speaker who let it lapse is not',
    queue: [waits('c', { ...vi, queuedAt: ago(120), ...lapsed('linh', 60) })],
    agents: [agent('anna', 'en3'), agent('linh', 'vi3')],
    expected: ['c>anna'],
  },
  {
    rule: 'the only speaker is asked again before English is due',
    queue: [waits('c', { ...vi, queuedAt: ago(100), ...lapsed('linh', 30) })],
    agents: [agent('anna', 'en3'), agent('linh', 'vi3')],
    expected: ['c>linh'],
  },
  {
    rule: 'English is asked only within the team and its skill',
    queue: [waits('c', { ...vi, teamId: 'security', queuedAt: ago(600) })],
    agents: [agent('anna', 'en3'), agent('ben', 'en3', { teamIds: ['security'] })],
    expected: ['c:nobody'],
  },
  {
    rule: 'full English speakers are busy',
    queue: [waits('c', { ...vi, queuedAt: ago(600) })],
    agents: [agent('anna', 'en3')],
    loads: { anna: 4 },
    expected: ['c:busy'],
  },
  {
    rule: 'the only English speaker who declined is asked again after a moment',
    queue: [waits('c', { ...vi, queuedAt: ago(600), ...lapsed('anna', 30) })],
    agents: [agent('anna', 'en3')],
    expected: ['c>anna'],
  },
  {
    rule: 'and not before',
    queue: [waits('c', { ...vi, queuedAt: ago(600), ...lapsed('anna', 29) })],
    agents: [agent('anna', 'en3')],
    expected: ['c:paused'],
  },
];

const order: Case[] = [
  {
    rule: 'oldest first, however listed',
    queue: [waits('new', { queuedAt: ago(10) }), waits('old', { queuedAt: ago(20) })],
    agents: [agent('anna', 'en3')],
    loads: { anna: 3 },
    expected: ['old>anna', 'new:busy'],
  },
  {
    rule: 'of the same age by id',
    queue: [waits('b'), waits('a')],
    agents: [agent('anna', 'en3')],
    loads: { anna: 3 },
    expected: ['a>anna', 'b:busy'],
  },
  {
    rule: 'a lapsed one goes ahead',
    queue: [waits('old', { queuedAt: ago(299) }), waits('lapsed', { queuedAt: ago(0), priority: 1 })],
    agents: [agent('anna', 'en3')],
    loads: { anna: 3 },
    expected: ['lapsed>anna', 'old:busy'],
  },
  {
    rule: 'but not of one that waits five minutes longer',
    queue: [waits('old', { queuedAt: ago(301) }), waits('lapsed', { queuedAt: ago(0), priority: 1 })],
    agents: [agent('anna', 'en3')],
    loads: { anna: 3 },
    expected: ['old>anna', 'lapsed:busy'],
  },
  {
    rule: 'however often it lapsed, fifteen minutes at most',
    queue: [waits('old', { queuedAt: ago(901) }), waits('lapsed', { queuedAt: ago(0), priority: 50 })],
    agents: [agent('anna', 'en3')],
    loads: { anna: 3 },
    expected: ['old>anna', 'lapsed:busy'],
  },
  {
    rule: 'one that nobody can serve holds up nobody',
    queue: [waits('old', { ...vi, queuedAt: ago(60) }), waits('new')],
    agents: [agent('anna', 'en3')],
    expected: ['new>anna', 'old:paused'],
  },
];

describe.each([
  ['who may be asked', suitability],
  ['capacity and ties', capacity],
  ['who held it before', returning],
  ['who declined', declined],
  ['English where nobody writes the language', english],
  ['the order', order],
])('%s', (_, cases) => {
  it.each(cases)('$rule', ({ queue, agents, loads, expected }) => {
    expect(decide(queue, agents, loads)).toEqual(expected);
  });
});

describe('those left waiting', () => {
  it('know their place in the line of their team and language, and who could answer', () => {
    const queue = [
      waits('a', { queuedAt: ago(50) }),
      waits('b', { queuedAt: ago(40), ...vi }),
      waits('c', { queuedAt: ago(30), language: 'en-GB' }),
    ];
    const agents = [agent('anna', 'en3'), agent('linh', 'vi3 en1', { capacity: { chat: 2 } })];
    const { unserved } = decideOffers(
      queue,
      agents,
      new Map([
        ['anna', 4],
        ['linh', 2],
      ]),
      teams,
      now,
    );
    expect(unserved).toEqual([
      { conversationId: 'a', why: 'busy', pause: 0, ahead: 0, slots: 6, free: 0 },
      { conversationId: 'b', why: 'busy', pause: 0, ahead: 0, slots: 2, free: 0 },
      { conversationId: 'c', why: 'busy', pause: 0, ahead: 1, slots: 6, free: 0 },
    ]);
  });

  it.each([
    ['until English is due', waits('c', { ...vi, queuedAt: ago(30) }), 'en3', 90],
    ['until the only one is asked again', waits('c', lapsed('anna', 10)), 'en3', 20],
    ['the sooner of the two', waits('c', { ...vi, queuedAt: ago(110), ...lapsed('linh', 10) }), 'en3', 10],
  ])('know how long the pause is: %s', (_, waiting, languages, seconds) => {
    const agents = [
      agent('anna', languages),
      agent('linh', 'vi3', { presence: waiting.declines[0]?.agentId === 'linh' ? 'online' : 'away' }),
    ];
    const { unserved } = decideOffers([waiting], agents, new Map(), teams, now);
    expect(unserved).toMatchObject([{ why: 'paused', pause: seconds * 1000 }]);
  });
});
