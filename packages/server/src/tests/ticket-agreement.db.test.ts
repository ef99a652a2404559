import { endpoints, type Ticket, type TicketStatus } from '@fairlead/contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { startThread, ticketServer } from '../modules/tickets/tickets.testing.ts';
import type { TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/**
 * What an agent sees of tickets is the same wherever they look: lists and views, page by page and in every order, counts, searches, one ticket
 * alone, and what relatives show of it. For agents of random roles and teams, and tickets that stand at random.
 */
const { conversations, tickets } = endpoints;
const views = ['mine', 'unassigned', 'open', 'followed', 'solved'] as const;
type View = (typeof views)[number];
let server: TestServer;

beforeAll(async () => {
  server = await ticketServer();
});

/** Numbers point at teams and agents of the scene; null is none. */
interface Plan {
  agents: Array<{ role: 'agent' | 'team_lead' | 'administrator' | 'auditor'; teams: number[] }>;
  tickets: Array<{
    threaded: boolean;
    team: number | null;
    assignee: number | null;
    followers: number[];
    status: TicketStatus;
    threadTeam: number | null;
    childOf: boolean;
  }>;
}
const teamCount = 3;
const agentCount = 5;
const someTeam = fc.nat(teamCount - 1);
const someAgent = fc.nat(agentCount - 1);
const plan: fc.Arbitrary<Plan> = fc.record({
  agents: fc.array(
    fc.record({
      role: fc.constantFrom(
        'agent' as const,
        'agent' as const,
        'team_lead' as const,
        'administrator' as const,
        'auditor' as const,
      ),
      teams: fc.uniqueArray(someTeam, { maxLength: 2 }),
    }),
    { minLength: agentCount, maxLength: agentCount },
  ),
  tickets: fc.array(
    fc.record({
      threaded: fc.boolean(),
      team: fc.option(someTeam),
      assignee: fc.option(someAgent),
      followers: fc.uniqueArray(someAgent, { maxLength: 2 }),
      status: fc.constantFrom('open' as const, 'pending' as const, 'on_hold' as const, 'solved' as const),
      threadTeam: fc.option(someTeam),
      childOf: fc.boolean(),
    }),
    { minLength: 7, maxLength: 7 },
  ),
});

interface Scene {
  agents: Array<TestAgent & { teamIds: string[] }>;
  made: string[];
  /** Words that only this scene's tickets have. */
  word: string;
}
let scenes = 0;

async function makeScene({ agents: people, tickets: cases }: Plan): Promise<Scene> {
  const { world } = server;
  const word = `scene${++scenes}xyz`;
  const teams = await Promise.all(
    Array.from({ length: teamCount }, (_, index) => world.team({ name: `${word} ${index}` })),
  );
  const teamAt = (index: number) => teams[index] ?? '';
  const agents: Scene['agents'] = [];
  for (const { role, teams: of } of people) {
    // Who may not answer cannot have a ticket: everybody is an agent besides.
    const teamIds = of.map(teamAt);
    const roles = role === 'agent' ? [role] : [role, 'agent' as const];
    agents.push({ ...(await world.agent({ roles, teams: teamIds })), teamIds });
  }
  const agentAt = (index: number) => agents[index]?.id ?? '';
  const lead = await world.agent({ roles: ['team_lead', 'agent'] });
  const inbox = await world.inbox({ team: teamAt(0) });
  const made: string[] = [];
  for (const it of cases) {
    const thread = it.threaded ? await startThread(await world.customer(inbox.key)) : null;
    const parent = !thread && it.childOf ? made[0] : undefined;
    const { id } = await lead.call(tickets.create, {
      body: {
        subject: `${word} case`,
        ...(thread ? { conversationId: thread } : {}),
        ...(parent ? { parentId: parent } : {}),
      },
    });
    made.push(id);
    const at = { params: { id } };
    if (it.team !== null)
      await lead.try(tickets.assign, { ...at, body: { to: 'team', teamId: teamAt(it.team) } });
    if (it.assignee !== null)
      await lead.try(tickets.assign, { ...at, body: { to: 'agent', agentId: agentAt(it.assignee) } });
    await lead.call(tickets.setFollowers, { ...at, body: { agentIds: it.followers.map(agentAt) } });
    if (it.status !== 'open') await lead.try(tickets.setStatus, { ...at, body: { status: it.status } });
    if (thread && it.threadTeam !== null) {
      const to = { teamId: teamAt(it.threadTeam), note: '' };
      await lead.try(conversations.transfer, { params: { id: thread }, body: to });
    }
  }
  await server.settle();
  return { agents, made, word };
}

/** A list from its first page to its last. */
async function whole(agent: TestAgent, query: object): Promise<Ticket[]> {
  const items: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const page = await agent.call(tickets.list, {
      query: { limit: 3, ...query, ...(cursor ? { cursor } : {}) },
    });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}
const idsOf = (items: readonly Ticket[]) => items.map((it) => it.id);
const sorted = (ids: readonly string[]) => [...ids].sort();

/** What each view means, said anew. */
function belongs(view: View, ticket: Ticket, agent: Scene['agents'][number]): boolean {
  const active = ['new', 'open', 'pending', 'on_hold'].includes(ticket.status);
  switch (view) {
    case 'mine':
      return active && ticket.assigneeId === agent.id;
    case 'unassigned':
      return active && ticket.assigneeId === null && agent.teamIds.includes(ticket.teamId ?? '');
    case 'open':
      return active;
    case 'followed':
      return active && ticket.followerIds.includes(agent.id);
    case 'solved':
      return ticket.status === 'solved';
  }
}

async function agrees(agent: Scene['agents'][number], { made, word }: Scene): Promise<void> {
  const all = await whole(agent, {});
  const listed = new Map(all.map((it) => [it.id, it]));
  expect(listed.size).toBe(all.length);
  for (const id of made) {
    const one = await agent.try(tickets.get, { params: { id } });
    expect([id, one.ok]).toEqual([id, listed.has(id)]);
    const line = listed.get(id);
    if (!one.ok || !line) continue;
    expect(one.body).toMatchObject(line);
    expect(idsOf(await whole(agent, { q: `#${line.number}` }))).toContain(id);
    for (const near of [...one.body.children, ...(one.body.parent ? [one.body.parent] : [])])
      expect(listed.get(near.id)).toEqual(near);
  }
  expect(sorted(idsOf(await whole(agent, { q: word })))).toEqual(sorted(made.filter((id) => listed.has(id))));
  for (const sort of ['updated', 'created', 'priority']) {
    for (const direction of ['asc', 'desc'])
      expect(sorted(idsOf(await whole(agent, { sort, direction })))).toEqual(sorted([...listed.keys()]));
  }
  const { views: counts } = await agent.call(tickets.counts);
  for (const view of views) {
    const expected = all.filter((it) => belongs(view, it, agent));
    expect([view, sorted(idsOf(await whole(agent, { view })))]).toEqual([view, sorted(idsOf(expected))]);
    expect([view, counts[view]]).toEqual([view, { count: expected.length, more: false }]);
  }
}

describe('of tickets', () => {
  test('lists, counts, searches and single reads agree, whoever looks', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(plan, async (it) => {
        const scene = await makeScene(it);
        for (const agent of scene.agents) await agrees(agent, scene);
        looked += scene.agents.length;
      }),
      { numRuns: 2, endOnFailure: true },
    );
    expect(looked).toBeGreaterThan(0);
  }, 240_000);
});
