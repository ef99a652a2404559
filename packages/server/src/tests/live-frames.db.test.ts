import { randomBytes } from 'node:crypto';
import { type ClientFrame, closeCodes, endpoints, livePath, type ServerFrame } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectLive, event, type LiveClient, welcome } from '../testing/live-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';

/** What is said over sockets, and to whom. */
const { chat } = endpoints;
let server: TestServer;
let inbox: { key: string };
let mei: TestAgent;
let bao: TestAgent;
let lead: TestAgent;
/** Of another team. */
let kim: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const { world } = server;
  const team = await world.team();
  inbox = await world.inbox({ team });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  bao = await world.agent({ name: 'Bao', teams: [team] });
  lead = await world.agent({ name: 'Lead', roles: ['team_lead'] });
  kim = await world.agent({ name: 'Kim', teams: [await world.team({ name: 'Cards' })] });
});

/** A socket on which anything can be said, and how it ended. */
function openRaw(at: TestServer, headers: Record<string, string> = {}) {
  const raw = new WebSocket(at.url.replace('http', 'ws') + livePath, { headers });
  const heard: ServerFrame[] = [];
  raw.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerFrame));
  raw.on('error', () => {});
  const opened = new Promise<void>((resolve) => raw.on('open', resolve));
  const closed = new Promise<number>((resolve) => raw.on('close', resolve));
  return { raw, heard, opened, closed };
}

const text = (words: string) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: words,
  attachmentIds: [],
});
const tokenOf = ({ session, browserKey }: TestCustomer) => ({ token: session.token, browserKey });

async function begin() {
  const customer = await server.world.customer(inbox.key);
  const body = { ...text('Hello'), topic: null, locale: 'en' as const };
  const { conversation } = await customer.call(chat.start, { body });
  return { customer, id: conversation.id, params: { id: conversation.id } };
}

async function listen(who: TestAgent | TestCustomer, at = server): Promise<LiveClient> {
  const socket = connectLive(at.url, 'cookie' in who ? who : tokenOf(who));
  await socket.hear(welcome);
  return socket;
}

/** Everything that was said to these sockets before now is heard. */
async function caughtUp(...sockets: LiveClient[]) {
  for (const socket of sockets) {
    const pongs = () => socket.heard.filter((frame) => frame.t === 'pong').length;
    const already = pongs();
    socket.say({ t: 'ping' });
    await socket.hear(() => pongs() > already);
  }
}

const refusal = (code: string) => (frame: ServerFrame) => frame.t === 'refused' && frame.error.code === code;
const types = (socket: LiveClient) => socket.heard.flatMap((it) => (it.t === 'event' ? [it.event.type] : []));

describe('a socket is closed with 4401', () => {
  const somewhere = '01930000-0000-7000-8000-000000000001';
  test.each<[string, ClientFrame, string]>([
    [
      'something before hello',
      { t: 'view', conversationId: somewhere, replying: false },
      'access.not_signed_in',
    ],
    ['hello without a cookie', { t: 'hello' }, 'access.not_signed_in'],
    ['hello with a wrong token', { t: 'hello', token: 'x', browserKey: 'y' }, 'identity.session_invalid'],
  ])('after %s', async (_, frame, code) => {
    const { raw, heard, opened, closed } = openRaw(server);
    await opened;
    raw.send(JSON.stringify(frame));
    expect(await closed).toBe(closeCodes.refused);
    expect(heard).toEqual([{ t: 'refused', ref: null, error: { code, params: {} } }]);
  });

  test('after what is no frame, before hello', async () => {
    const { raw, heard, opened, closed } = openRaw(server);
    await opened;
    raw.send('{"t":');
    expect(await closed).toBe(closeCodes.refused);
    expect(heard).toMatchObject([{ t: 'refused', ref: null, error: { code: 'request.invalid' } }]);
  });

  test('that brings a cookie nobody has, or a customer’s token to another browser', async () => {
    const forged = connectLive(server.url, { cookie: 'fairlead_session=nonsense' });
    expect(await forged.closed()).toBe(closeCodes.refused);
    const { customer } = await begin();
    const stolen = connectLive(server.url, { ...tokenOf(customer), browserKey: 'b'.repeat(43) });
    expect(await stolen.closed()).toBe(closeCodes.refused);
    expect([...forged.heard, ...stolen.heard].map((frame) => frame.t)).toEqual(['refused', 'refused']);
  });

  test('that a page of another origin opens with an agent’s cookie', async () => {
    const { raw, heard, opened, closed } = openRaw(server, {
      cookie: mei.cookie,
      origin: 'https://evil.example.com',
    });
    await opened;
    raw.send('{"t":"hello"}');
    expect(await closed).toBe(closeCodes.refused);
    expect(heard.map((frame) => frame.t)).toEqual(['refused']);
  });
});

describe('a frame', () => {
  test.each([
    ['that is not JSON', '{"t":'],
    ['of an unknown type', '{"t":"shout"}'],
    ['without a type', '[]'],
  ])('%s is refused, and the socket goes on', async (_, words) => {
    const { raw, heard, opened, closed } = openRaw(server, { cookie: mei.cookie });
    await opened;
    raw.send('{"t":"hello"}');
    raw.send(words);
    raw.send('{"t":"ping"}');
    await new Promise<void>((resolve) => {
      raw.on('message', () => heard.some((frame) => frame.t === 'pong') && resolve());
    });
    expect(heard.find((frame) => frame.t === 'refused')).toMatchObject({
      ref: null,
      error: { code: 'request.invalid' },
    });
    raw.close(1000);
    expect(await closed).toBe(1000);
  });

  test('that can be read but not sent is refused under its own reference', async () => {
    const { customer, id } = await begin();
    const socket = await listen(customer);
    const long = 'x'.repeat(9001);
    socket.say({ t: 'send', ref: 'r1', conversationId: id, ...text(long) });
    expect(await socket.hear((frame) => frame.t === 'refused')).toMatchObject({ ref: 'r1' });
    socket.close();
  });

  test('that is too large ends the socket', async () => {
    const { raw, opened, closed } = openRaw(server, { cookie: mei.cookie });
    await opened;
    raw.send(JSON.stringify({ t: 'hello', token: 'x'.repeat(100_000) }));
    expect(await closed).toBe(1009);
  });

  test('of which too many come too fast ends the socket with 4429', async () => {
    const node = await createTestServer({ RATE_LIMITS: 'true' }, server);
    const { raw, heard, opened, closed } = openRaw(node, { cookie: mei.cookie });
    await opened;
    raw.send('{"t":"hello"}');
    await new Promise((resolve) => raw.once('message', resolve));
    for (let said = 0; said < 1000; said++) raw.send('{"t":"ping"}');
    expect(await closed).toBe(closeCodes.flooding);
    // A burst as a person’s browser may send it is heard out.
    const pongs = heard.filter((frame) => frame.t === 'pong').length;
    expect(pongs).toBeGreaterThanOrEqual(30);
    expect(pongs).toBeLessThan(1000);
  });
});

describe('typing', () => {
  test('of a customer is told to those who see the conversation', async () => {
    const { customer, id } = await begin();
    const [own, colleague, boss, outsider] = await Promise.all([mei, bao, lead, kim].map((it) => listen(it)));
    const stranger = await listen((await begin()).customer);
    const typist = await listen(customer);
    typist.say({ t: 'typing', conversationId: id, on: true });
    const told = { event: { type: 'customer.typing', conversationId: id, on: true } };
    for (const socket of [own, colleague, boss]) {
      expect(await socket?.hear(event('customer.typing'))).toMatchObject(told);
    }
    const others = [outsider, stranger, typist].filter((it) => it !== undefined);
    await caughtUp(...others);
    for (const socket of others) expect(types(socket)).not.toContain('customer.typing');
    for (const socket of [own, colleague, boss, ...others]) socket?.close();
  });

  test('of an agent is told to that customer alone, by name', async () => {
    const { customer, id } = await begin();
    const [typist, reader, other] = [
      await listen(mei),
      await listen(customer),
      await listen((await begin()).customer),
    ];
    typist.say({ t: 'typing', conversationId: id, on: true });
    expect(await reader.hear(event('agent.typing'))).toMatchObject({
      event: { conversationId: id, on: true, name: 'Mei' },
    });
    await caughtUp(typist, other);
    for (const socket of [typist, other]) expect(types(socket)).not.toContain('agent.typing');
    for (const socket of [typist, reader, other]) socket.close();
  });

  test('in a conversation that is not theirs is refused, from either side', async () => {
    const { customer, id } = await begin();
    const [outsider, stranger] = [await listen(kim), await listen((await begin()).customer)];
    const [agent, reader] = [await listen(mei), await listen(customer)];
    for (const socket of [outsider, stranger]) {
      socket.say({ t: 'typing', conversationId: id, on: true });
      await socket.hear(refusal('conversation.not_found'));
    }
    await caughtUp(agent, reader);
    expect([...types(agent), ...types(reader)].filter((type) => type.endsWith('typing'))).toEqual([]);
    for (const socket of [outsider, stranger, agent, reader]) socket.close();
  });
});
