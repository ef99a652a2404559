import { endpoints, type Ticket } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLive, type LiveClient, welcome } from '../../testing/live-client.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { at, openOn, say, type TicketScene, ticketScene, ticketServer } from './tickets.testing.ts';

/**
 * What was heard last of a ticket is what one would fetch. For every use case that changes one: a lead, a member of its team, a member
 * of another team and a follower of no team listen, and compare. Who may not see it hears nothing but that it has left.
 */
const { conversations, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene & { eve: TestAgent };
let id: string;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = { ...(await ticketScene(server)), eve: await server.world.agent({ name: 'Eve' }) };
});

interface Case {
  name: string;
  given?: () => Promise<unknown>;
  act: () => Promise<unknown>;
}
const give = (teamId: string) => scene.mei.call(tickets.assign, { ...at(id), body: { to: 'team', teamId } });
const follow = (...agentIds: string[]) =>
  scene.lead.call(tickets.setFollowers, { ...at(id), body: { agentIds } });
const put = (status: 'pending' | 'solved' | 'closed') =>
  scene.mei.call(tickets.setStatus, { ...at(id), body: { status } });
const child = (more: object = {}) =>
  scene.mei.call(tickets.create, { body: { parentId: id, subject: 'Part', teamId: scene.team, ...more } });
let other: Ticket;

const cases: Case[] = [
  {
    name: 'its words change',
    act: () => scene.mei.call(tickets.update, { ...at(id), body: { subject: 'XRP' } }),
  },
  { name: 'it is solved', act: () => put('solved') },
  { name: 'somebody takes it', act: () => scene.mei.call(tickets.assign, { ...at(id), body: { to: 'me' } }) },
  { name: 'it goes to another team', act: () => give(scene.other) },
  {
    name: 'it comes back',
    given: () => give(scene.other),
    act: () => scene.kim.call(tickets.assign, { ...at(id), body: { to: 'team', teamId: scene.team } }),
  },
  { name: 'somebody follows it', act: () => follow(scene.eve.id) },
  { name: 'somebody follows it no more', given: () => follow(scene.eve.id), act: () => follow() },
  {
    name: 'an agent comments',
    act: () => scene.mei.call(tickets.comment, { ...at(id), body: { key: 'comment-1', text: 'Hm' } }),
  },
  {
    name: 'the checklist grows',
    act: () => scene.mei.call(tickets.addChecklistEntry, { ...at(id), body: { text: 'Ask' } }),
  },
  {
    name: 'it is linked',
    given: async () => {
      other = await child();
    },
    act: () => scene.mei.call(tickets.link, { ...at(id), body: { kind: 'related', ticketId: other.id } }),
  },
  {
    name: 'its last child is solved',
    given: async () => {
      other = await child();
    },
    act: () => scene.mei.call(tickets.setStatus, { ...at(other.id), body: { status: 'solved' } }),
  },
  {
    name: 'another is merged into it',
    given: async () => {
      other = await child({ tags: ['merged'] });
    },
    act: () => scene.mei.call(tickets.merge, { ...at(other.id), body: { intoId: id } }),
  },
  {
    name: 'a merge is taken back',
    given: async () => {
      other = await child({ tags: ['merged'] });
      await scene.mei.call(tickets.merge, { ...at(other.id), body: { intoId: id } });
    },
    act: () => scene.mei.call(tickets.undoMerge, at(other.id)),
  },
  {
    name: 'it is one of many that change',
    act: () => scene.mei.call(tickets.bulk, { body: { ids: [id], teamId: scene.other } }),
  },
  {
    name: 'the customer writes',
    given: () => put('pending'),
    act: async () => {
      await say(scene);
      await server.settle();
    },
  },
  {
    name: 'its conversation goes to another team',
    act: async () => {
      await scene.lead.call(conversations.transfer, {
        ...at(scene.conversationId),
        body: { teamId: scene.other, note: '' },
      });
      await server.settle();
    },
  },
];

describe('what agents hear of a ticket is what they would fetch when', () => {
  test.each(cases)('$name', async ({ given, act }) => {
    ({ id } = await openOn(scene));
    await given?.();
    await server.settle();
    const { lead, mei, kim, eve } = scene;
    const watchers = await Promise.all(
      [lead, mei, kim, eve].map(async (agent) => {
        const live = connectLive(server.url, agent);
        await live.hear(welcome);
        return { agent, live, from: live.heard.length, saw: await fetched(agent) };
      }),
    );
    await act();
    let heardSome = false;
    for (const { agent, live, from, saw } of watchers) {
      await caughtUp(live);
      const last = newsOf(live, from).at(-1);
      const sees = await fetched(agent);
      heardSome ||= last !== undefined;
      if (sees) expect([agent.name, last]).toEqual([agent.name, { type: 'ticket.changed', ticket: sees }]);
      else if (saw)
        expect([agent.name, last]).toEqual([agent.name, { type: 'ticket.removed', ticketId: id }]);
      else expect([agent.name, last]).toEqual([agent.name, undefined]);
      live.close();
    }
    expect(heardSome).toBe(true);
  });
});

/** As the list shows it; undefined out of reach. */
async function fetched(agent: TestAgent): Promise<Ticket | undefined> {
  const { items } = await agent.call(tickets.list, { query: { limit: 100 } });
  return items.find((it) => it.id === id);
}

const newsOf = (live: LiveClient, from: number) =>
  live.heard
    .slice(from)
    .flatMap((frame) => (frame.t === 'event' && frame.event.type.startsWith('ticket.') ? [frame.event] : []))
    .filter((event) => JSON.stringify(event).includes(id))
    .filter((event) => event.type !== 'ticket.changed' || event.ticket.id === id);

/** A socket is told things in order: what was said before the pong is heard before it. */
async function caughtUp(live: LiveClient): Promise<void> {
  const pongs = () => live.heard.filter((frame) => frame.t === 'pong').length;
  const already = pongs();
  live.say({ t: 'ping' });
  await live.hear(() => pongs() > already);
}
