import { randomBytes } from 'node:crypto';
import { endpoints, type ServerFrame } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectLive, event, type LiveClient, welcome } from '../testing/live-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';
import { slowReads } from './slow-reads.testing.ts';

/** Who looks at a thread, as colleagues are told. */
const { chat, conversations } = endpoints;
let server: TestServer;
let inbox: { key: string };
let cards: string;
let mei: TestAgent;
let bao: TestAgent;
let lead: TestAgent;
/** Of another team. */
let kim: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const { world } = server;
  const team = await world.team();
  cards = await world.team({ name: 'Cards' });
  inbox = await world.inbox({ team });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  bao = await world.agent({ name: 'Bao', teams: [team] });
  lead = await world.agent({ name: 'Lead', roles: ['team_lead'] });
  kim = await world.agent({ name: 'Kim', teams: [cards] });
});

async function begin() {
  const customer = await server.world.customer(inbox.key);
  const key = `key-${randomBytes(8).toString('hex')}`;
  const body = { key, text: 'Hello', attachmentIds: [], topic: null, locale: 'en' as const };
  return { id: (await customer.call(chat.start, { body })).conversation.id };
}

async function listen(who: TestAgent): Promise<LiveClient> {
  const socket = connectLive(server.url, who);
  await socket.hear(welcome);
  return socket;
}

/** Everything that was said to this socket before now is heard. */
async function caughtUp(socket: LiveClient) {
  const pongs = () => socket.heard.filter((frame) => frame.t === 'pong').length;
  const already = pongs();
  socket.say({ t: 'ping' });
  await socket.hear(() => pongs() > already);
}

const refusal = (code: string) => (frame: ServerFrame) => frame.t === 'refused' && frame.error.code === code;

/** The last word on who looks at a thread. */
const viewers = (socket: LiveClient, id: string) =>
  socket.heard
    .flatMap((it) => (it.t === 'event' && it.event.type === 'viewers.changed' ? [it.event] : []))
    .findLast((it) => it.conversationId === id)?.viewers;
const sees = (socket: LiveClient, id: string, expected: unknown) =>
  socket.hear(() => JSON.stringify(viewers(socket, id)) === JSON.stringify(expected));

describe('who looks at a thread', () => {
  test('is told to colleagues, with who is about to reply, until they leave', async () => {
    const { id } = await begin();
    const [own, colleague, outsider] = [await listen(mei), await listen(bao), await listen(kim)];
    own.say({ t: 'view', conversationId: id, replying: false });
    await sees(colleague, id, [{ agentId: mei.id, replying: false }]);
    own.say({ t: 'view', conversationId: id, replying: true });
    await sees(colleague, id, [{ agentId: mei.id, replying: true }]);
    own.say({ t: 'view', conversationId: null, replying: false });
    await sees(colleague, id, []);
    own.say({ t: 'view', conversationId: id, replying: false });
    await sees(colleague, id, [{ agentId: mei.id, replying: false }]);
    own.close();
    await sees(colleague, id, []);
    outsider.say({ t: 'view', conversationId: id, replying: false });
    await outsider.hear(refusal('conversation.not_found'));
    await caughtUp(colleague);
    expect(JSON.stringify(outsider.heard)).not.toContain('viewers.changed');
    expect(viewers(colleague, id)).toEqual([]);
    for (const socket of [colleague, outsider]) socket.close();
  });

  test('is nobody who closed the page while the server looked it up', async () => {
    const { id } = await begin();
    const colleague = await listen(bao);
    const slow = slowReads(server, 'conversations');
    const own = await listen(mei);
    own.say({ t: 'view', conversationId: id, replying: true });
    await slow.reached;
    own.close();
    await own.closed();
    await gone(mei);
    slow.release();
    await caughtUp(colleague);
    colleague.say({ t: 'view', conversationId: id, replying: false });
    await colleague.hear(() => viewers(colleague, id)?.some((it) => it.agentId === bao.id) ?? false);
    expect(viewers(colleague, id)).toEqual([{ agentId: bao.id, replying: false }]);
    colleague.close();
  });

  test('is who said so last, however the server’s look-ups end', async () => {
    const [first, second] = [await begin(), await begin()];
    const [own, colleague] = [await listen(mei), await listen(bao)];
    const slow = slowReads(server, 'conversations');
    own.say({ t: 'view', conversationId: first.id, replying: false });
    await slow.reached;
    own.say({ t: 'view', conversationId: null, replying: false });
    own.say({ t: 'view', conversationId: second.id, replying: false });
    await caughtUp(own);
    slow.release();
    await sees(colleague, second.id, [{ agentId: mei.id, replying: false }]);
    await caughtUp(colleague);
    expect(viewers(colleague, first.id) ?? []).toEqual([]);
    for (const socket of [own, colleague]) socket.close();
  });

  test('is no longer told to the team it left', async () => {
    const { id } = await begin();
    const [own, colleague, boss] = [await listen(mei), await listen(bao), await listen(lead)];
    own.say({ t: 'view', conversationId: id, replying: false });
    await sees(boss, id, [{ agentId: mei.id, replying: false }]);
    await mei.call(conversations.transfer, { params: { id }, body: { teamId: cards, note: '' } });
    await colleague.hear(event('conversation.removed'));
    const from = colleague.heard.length;
    own.say({ t: 'view', conversationId: null, replying: false });
    await sees(boss, id, []);
    await caughtUp(colleague);
    expect(JSON.stringify(colleague.heard.slice(from))).not.toContain(id);
    for (const socket of [own, colleague, boss]) socket.close();
  });
});

/** The server knows that an agent’s last socket is gone. */
async function gone(agent: TestAgent) {
  const { live } = server.platform;
  while (live.countOf(agent.id) > 0) await new Promise((resolve) => setImmediate(resolve));
}
