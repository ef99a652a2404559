import { randomBytes } from 'node:crypto';
import { closeCodes, endpoints, publicSystemLines, type ServerFrame } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { connectLive, event, type LiveClient, welcome } from '../testing/live-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';

/** What a customer's socket hears, what it never hears, and how it comes back. */
const { chat, conversations } = endpoints;
let server: TestServer;
let team: string;
let other: string;
let inbox: { key: string };
let mei: TestAgent;
let bao: TestAgent;
let lead: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const { world } = server;
  team = await world.team({ name: 'Deposits' });
  other = await world.team({ name: 'Cards' });
  inbox = await world.inbox({ team });
  mei = await world.agent({ name: 'Mei', teams: [team, other] });
  bao = await world.agent({ name: 'Bao', teams: [team] });
  lead = await world.agent({ name: 'Lead', roles: ['team_lead'] });
});

const text = (words: string) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: words,
  attachmentIds: [],
});
const open = ({ session, browserKey }: TestCustomer, at = server) =>
  connectLive(at.url, { token: session.token, browserKey });
const lines = (socket: LiveClient) =>
  socket.heard.flatMap((it) =>
    it.t === 'event' && it.event.type === 'message.posted' ? [it.event.message] : [],
  );

test('of all that happens in a conversation the customer hears what is for them, and nothing else', async () => {
  const customer = await server.world.customer(inbox.key);
  const socket = open(customer);
  await socket.hear(welcome);
  socket.say({ t: 'start', ref: 'begin', topic: null, locale: 'en', ...text('My card is refused') });
  const begun = await socket.hear((frame) => frame.t === 'ack');
  const params = { id: begun.t === 'ack' ? begun.conversation.id : '' };
  const post = (agent: TestAgent, kind: 'text' | 'note', words: string, mentions: string[] = []) =>
    agent.call(conversations.post, { params, body: { ...text(words), kind, mentions, seenSeq: 1000 } });

  await mei.call(conversations.take, { params });
  await post(mei, 'note', 'secret: looks like a fraudster', [bao.id]);
  await post(mei, 'text', 'I look at it now');
  await mei.call(conversations.transfer, {
    params,
    body: { teamId: other, note: 'secret: handle with care' },
  });
  await mei.call(conversations.take, { params });
  await mei.call(conversations.transfer, { params, body: { agentId: bao.id, note: 'secret: yours' } });
  await bao.call(conversations.release, { params });
  await lead.call(conversations.assign, { params, body: { agentId: mei.id } });
  await mei.call(conversations.close, { params, body: { reason: 'spam' } });
  await mei.call(conversations.reopen, { params });
  await lead.call(conversations.close, { params, body: { reason: 'duplicate' } });
  await customer.call(chat.post, { params, body: text('One more thing') });
  await post(mei, 'text', 'The end');
  await socket.hear((frame) => saysTo(frame, 'The end'));

  const everything = JSON.stringify(socket.heard);
  for (const secret of ['secret', 'spam', 'duplicate', other, team, lead.id]) {
    expect(everything).not.toContain(secret);
  }
  // Fields that only agents have.
  for (const field of [
    'publicSeq',
    'mentions',
    'assigneeId',
    'teamId',
    'closeReason',
    'externalId',
    'priority',
  ]) {
    expect(everything).not.toContain(`"${field}"`);
  }
  const heard = lines(socket);
  expect(heard.map((it) => it.seq)).toEqual(heard.map((_, index) => index + 1));
  const spoken = heard.flatMap((it) => (it.system ? [] : [it.text]));
  expect(spoken).toEqual(['My card is refused', 'I look at it now', 'One more thing', 'The end']);
  for (const { system } of heard) if (system) expect(publicSystemLines).toContain(system.key);
  const { items } = await customer.call(chat.messages, { params, query: { limit: 200 } });
  expect(heard).toEqual(items);
  socket.close();
});

test('one customer hears nothing of another', async () => {
  const [one, two] = [await server.world.customer(inbox.key), await server.world.customer(inbox.key)];
  const [first, second] = [open(one), open(two)];
  await Promise.all([first.hear(welcome), second.hear(welcome)]);
  first.say({ t: 'start', ref: 'mine', topic: null, locale: 'en', ...text('Only mine') });
  const ack = await first.hear((frame) => frame.t === 'ack');
  const id = ack.t === 'ack' ? ack.conversation.id : '';
  second.say({ t: 'send', ref: 'theirs', conversationId: id, ...text('Let me in') });
  expect(await second.hear((frame) => frame.t === 'refused')).toMatchObject({
    ref: 'theirs',
    error: { code: 'conversation.not_found' },
  });
  second.say({ t: 'read', conversationId: id, deliveredSeq: 1, readSeq: 1 });
  await second.hear((frame) => frame.t === 'refused' && frame.ref === null);
  expect(second.heard.filter((frame) => frame.t === 'event')).toEqual([]);
  for (const socket of [first, second]) socket.close();
});

test('a message sent twice over the socket is acknowledged twice and written once', async () => {
  const customer = await server.world.customer(inbox.key);
  const socket = open(customer);
  await socket.hear(welcome);
  const words = text('Once');
  for (const ref of ['one', 'two']) socket.say({ t: 'start', ref, topic: null, locale: 'en', ...words });
  const acks = [];
  for (const ref of ['one', 'two']) {
    const ack = await socket.hear((frame) => frame.t === 'ack' && frame.ref === ref);
    acks.push(ack.t === 'ack' ? ack.message.id : ref);
  }
  expect(new Set(acks).size).toBe(1);
  // Meanwhile they may have been told what to expect, too.
  expect(lines(socket).filter(({ kind }) => kind === 'text')).toHaveLength(1);
  socket.close();
});

test('a node that stops sends its clients away, and they catch up elsewhere', async () => {
  const node = await createTestServer({}, server);
  const customer = await server.world.customer(inbox.key);
  const { conversation } = await customer.call(chat.start, {
    body: { ...text('Hello'), topic: null, locale: 'en' },
  });
  const params = { id: conversation.id };
  const [theirs, agents] = [open(customer, node), connectLive(node.url, mei)];
  await Promise.all([theirs.hear(welcome), agents.hear(welcome)]);
  await node.stop();
  expect(await theirs.closed()).toBe(closeCodes.restarting);
  expect(await agents.closed()).toBe(closeCodes.restarting);

  const body = { ...text('While you were away'), kind: 'text' as const, seenSeq: 1000 };
  await mei.call(conversations.post, { params, body });
  const back = open(customer);
  await back.hear(welcome);
  // From `welcome` on nothing is missed: what was before is fetched, what is after is heard.
  const missed = await customer.call(chat.messages, { params, query: { after: conversation.lastSeq } });
  expect(missed.items.map((it) => it.text).filter(Boolean)).toEqual(['While you were away']);
  const next = { ...text('And now'), kind: 'text' as const, seenSeq: 1000 };
  await mei.call(conversations.post, { params, body: next });
  await back.hear(event('message.posted'));
  expect(lines(back).map((it) => it.seq)).toEqual([missed.conversation.lastSeq + 1]);
  back.close();
});

const saysTo = (frame: ServerFrame, words: string) =>
  frame.t === 'event' && frame.event.type === 'message.posted' && frame.event.message.text === words;
