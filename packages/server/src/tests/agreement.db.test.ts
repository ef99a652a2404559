import { type CloseReason, endpoints } from '@fairlead/contract';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectLive, welcome } from '../testing/live-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';
import { openConsole, openWidget, type Reach, type Screen } from './screens.testing.ts';

/**
 * What a screen makes of the events it hears is what it would fetch. For every use case that announces something: a lead, two
 * members of the conversation's team, an agent of another team and the customer fetch, listen, and compare.
 */
const { chat, conversations, people } = endpoints;

interface Scene {
  team: string;
  other: string;
  inbox: { id: string; key: string; secret: string };
  lead: TestAgent;
  mei: TestAgent;
  bao: TestAgent;
  /** Of the other team. */
  kim: TestAgent;
  /** Of the conversation’s team, with nobody at the screen. */
  ben: TestAgent;
  customer: TestCustomer;
  /** The conversation, unless the case begins it. */
  id: string;
}
type Watcher = 'lead' | 'mei' | 'bao' | 'kim';

interface Case {
  name: string;
  /** What was before anybody looked. */
  given?: (scene: Scene) => Promise<unknown>;
  begins?: boolean;
  /** Answers the conversation if the case begins it. */
  act: (scene: Scene) => Promise<unknown>;
  /** Where it is not: the lead and the team see it before and after, and the other team never. */
  reach?: Partial<Record<Watcher, Reach>>;
}

let server: TestServer;
let routing: Client;
let key = 0;
const text = (words: string) => ({ key: `key-${++key}-xxxxxxxx`, text: words, attachmentIds: [] });
const start = async ({ customer }: Pick<Scene, 'customer'>, words = 'My deposit is missing') =>
  (await customer.call(chat.start, { body: { ...text(words), topic: null, locale: 'en' } })).conversation.id;
const at = ({ id }: Scene) => ({ params: { id } });
const say = (scene: Scene) => scene.customer.call(chat.post, { ...at(scene), body: text('Are you there?') });
const answer = (agent: TestAgent, scene: Scene, more: object = {}) =>
  agent.call(conversations.post, {
    ...at(scene),
    body: { ...text('Let me look'), kind: 'text', seenSeq: 1000, ...more },
  });
const take = (agent: TestAgent, scene: Scene) => agent.call(conversations.take, at(scene));
const close = (agent: TestAgent, scene: Scene, reason: CloseReason = 'solved') =>
  agent.call(conversations.close, { ...at(scene), body: { reason } });
const pass = (agent: TestAgent, scene: Scene, to: { teamId?: string; agentId?: string }, note = '') =>
  agent.call(conversations.transfer, { ...at(scene), body: { ...to, note } });
const begins = { lead: 'comes', mei: 'comes', bao: 'comes' } as const;

async function ready(agent: TestAgent) {
  const socket = connectLive(server.url, agent);
  await socket.hear(welcome);
  await agent.call(people.setPresence, { body: { presence: 'online' } });
}

async function offered(scene: Scene) {
  await ready(scene.bao);
  await settle();
  const { assigneeId, accepted } = await scene.bao.call(conversations.get, at(scene));
  expect({ assigneeId, accepted }).toEqual({ assigneeId: scene.bao.id, accepted: false });
}

const cases: Case[] = [
  { name: 'the customer starts', begins: true, reach: begins, act: (scene) => start(scene) },
  { name: 'the customer posts', act: say },
  { name: 'an agent answers and so takes it', act: (scene) => answer(scene.mei, scene) },
  {
    name: 'an agent answers what they hold',
    given: (scene) => take(scene.mei, scene),
    act: (scene) => answer(scene.mei, scene),
  },
  { name: 'a note', act: (scene) => answer(scene.mei, scene, { kind: 'note' }) },
  {
    name: 'a note that mentions a colleague',
    act: (scene) => answer(scene.mei, scene, { kind: 'note', mentions: [scene.bao.id] }),
  },
  { name: 'an agent takes it', act: (scene) => take(scene.mei, scene) },
  {
    name: 'routing offers it',
    given: (scene) => ready(scene.bao),
    act: () => settle(),
  },
  { name: 'the offer is accepted', given: offered, act: (scene) => take(scene.bao, scene) },
  { name: 'a colleague takes what was offered', given: offered, act: (scene) => take(scene.mei, scene) },
  {
    name: 'the offer lapses',
    given: offered,
    act: async () => {
      server.clock.advance({ seconds: 61 });
      await settle();
    },
  },
  { name: 'the customer is told what to expect', act: () => settle() },
  {
    name: 'a lead assigns it',
    act: (scene) => scene.lead.call(conversations.assign, { ...at(scene), body: { agentId: scene.mei.id } }),
  },
  {
    name: 'a lead assigns it to another team’s agent, and no further',
    act: (scene) => scene.lead.call(conversations.assign, { ...at(scene), body: { agentId: scene.kim.id } }),
    reach: { kim: 'comes' },
  },
  {
    name: 'it goes to another team with a note',
    given: (scene) => take(scene.mei, scene),
    act: (scene) => pass(scene.mei, scene, { teamId: scene.other }, 'About cards'),
    reach: { mei: 'leaves', bao: 'leaves', kim: 'comes' },
  },
  {
    name: 'it goes to a colleague with a note',
    given: (scene) => take(scene.mei, scene),
    act: (scene) => pass(scene.mei, scene, { agentId: scene.bao.id }, 'You know him'),
  },
  {
    name: 'it goes back from another team’s agent',
    given: (scene) => pass(scene.mei, scene, { agentId: scene.kim.id }),
    act: (scene) => pass(scene.kim, scene, { agentId: scene.mei.id }),
    reach: { kim: 'leaves' },
  },
  {
    name: 'it is released',
    given: (scene) => take(scene.mei, scene),
    act: (scene) => scene.mei.call(conversations.release, at(scene)),
  },
  {
    name: 'another team’s agent releases it',
    given: (scene) => pass(scene.mei, scene, { agentId: scene.kim.id }),
    act: (scene) => scene.kim.call(conversations.release, at(scene)),
    reach: { kim: 'leaves' },
  },
  {
    name: 'it is closed',
    given: (scene) => answer(scene.mei, scene),
    act: (scene) => close(scene.mei, scene),
  },
  {
    name: 'an agent opens it again',
    given: (scene) => close(scene.mei, scene),
    act: (scene) => scene.bao.call(conversations.reopen, at(scene)),
  },
  {
    name: 'the customer’s message opens it again',
    given: (scene) => close(scene.mei, scene, 'no_reply'),
    act: say,
  },
  {
    name: 'the customer’s message to one closed for long begins another',
    given: async (scene) => {
      await close(scene.mei, scene);
      await server.platform.database.raw('update inboxes set reopen_hours = 0 where id = $1', [
        scene.inbox.id,
      ]);
      server.clock.advance({ minutes: 1 });
    },
    act: async (scene) => (await say(scene)).conversation.id,
    begins: true,
    reach: begins,
  },
  {
    name: 'whoever held it is disabled',
    given: (scene) => take(scene.ben, scene),
    act: async (scene) => {
      const administrator = await server.world.agent({ roles: ['administrator'] });
      const [params, body] = [{ id: scene.ben.id }, { disabled: true }];
      await administrator.call(people.updateAgent, { params, body });
      await settle();
    },
  },
  {
    name: 'agents read',
    given: say,
    act: (scene) => scene.mei.call(conversations.read, { ...at(scene), body: { seq: 2 } }),
  },
  {
    name: 'the customer reads',
    given: (scene) => answer(scene.mei, scene),
    act: (scene) => scene.customer.call(chat.read, { ...at(scene), body: { deliveredSeq: 3, readSeq: 2 } }),
  },
];

beforeAll(async () => {
  // What is done later is done when the cases say so: events wait, and routing's regular turn finds itself taken.
  server = await createTestServer({ ROLE: 'web' });
  routing = new Client({ connectionString: server.connectionString });
  await routing.connect();
  await routing.query(`select pg_advisory_lock(${turn})`);
});
afterAll(() => routing.end());

const turn = `hashtext('every:routing.pass')`;

async function settle() {
  await routing.query(`select pg_advisory_unlock(${turn})`);
  await server.settle();
  await routing.query(`select pg_advisory_lock(${turn})`);
}

async function setScene(): Promise<Scene> {
  const { world } = server;
  const [team, other] = [await world.team({ name: 'Deposits' }), await world.team({ name: 'Cards' })];
  const inbox = await world.inbox({ team });
  const [mei, bao] = [
    await world.agent({ name: 'Mei', teams: [team] }),
    await world.agent({ name: 'Bao', teams: [team] }),
  ];
  const lead = await world.agent({ name: 'Lead', roles: ['team_lead'] });
  const kim = await world.agent({ name: 'Kim', teams: [other] });
  const ben = await world.agent({ name: 'Ben', teams: [team] });
  const customer = await world.customer(inbox.key);
  return { team, other, inbox, lead, mei, bao, kim, ben, customer, id: '' };
}

const watchers = ['lead', 'mei', 'bao', 'kim'] as const;
const usual: Record<Watcher, Reach> = { lead: 'stays', mei: 'stays', bao: 'stays', kim: 'never' };

async function openConsoles(scene: Scene, customers = [scene.customer.id]) {
  const of = { teams: [scene.team, scene.other], customers, threads: scene.id ? [scene.id] : [] };
  return Promise.all(watchers.map(async (who) => [who, await openConsole(server, scene[who], of)] as const));
}

describe('what is heard makes of the screen what fetching shows, when', () => {
  test.each(cases)('$name', async ({ given, act, begins: first, reach }) => {
    const scene = await setScene();
    if (!first || given) scene.id = await start(scene);
    await given?.(scene);
    const consoles = await openConsoles(scene);
    const widget = await openWidget(server, scene.customer);
    const version = first ? 0 : (await scene.lead.call(conversations.get, at(scene))).version;

    const begun = await act(scene);
    const id = first ? String(begun) : scene.id;

    const after = await scene.lead.call(conversations.get, { params: { id } });
    expect(after.version).toBeGreaterThan(version);
    const reaches = await Promise.all(consoles.map(async ([who, it]) => [who, await it.reach(id)] as const));
    expect(Object.fromEntries(reaches)).toEqual({ ...usual, ...reach });
    const screens: Array<readonly [string, Screen]> = [...consoles, ['the customer', widget]];
    for (const [, screen] of screens) await screen.agrees(id);
    for (const [, screen] of screens) screen.close();
  });

  test('a visitor turns out to be a customer whom the exchange knows', async () => {
    const scene = await setScene();
    const identity = () =>
      server.world.identity(scene.inbox.secret, { sub: '48213377', name: 'Nguyễn Văn An' });
    const phone = await server.world.customer(scene.inbox.key, { identity: await identity() });
    scene.id = await start(scene);
    await take(scene.mei, scene);
    const consoles = await openConsoles(scene, [scene.customer.id, phone.id]);
    const onPhone = await openWidget(server, phone);
    const { browserKey, session } = scene.customer;
    const here = connectLive(server.url, { token: session.token, browserKey });
    await here.hear(welcome);

    const known = await server.world.customer(scene.inbox.key, {
      identity: await identity(),
      browserKey,
      token: session.token,
    });

    expect(known.id).toBe(phone.id);
    await settle();
    // The browser comes back with the token it has now.
    expect(await here.closed()).toBe(4401);
    for (const [who, it] of consoles) {
      expect([who, await it.reach(scene.id)]).toEqual([who, usual[who]]);
      await it.agrees(scene.id);
      it.close();
    }
    await onPhone.agrees(scene.id);
    onPhone.close();
  });
});
