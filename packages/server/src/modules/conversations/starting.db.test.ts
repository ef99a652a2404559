import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';

const { chat, conversations } = endpoints;
let key = 0;
const text = (words: string) => ({
  key: `start-key-${++key}`,
  text: words,
  attachmentIds: [],
  topic: null,
  locale: 'en' as const,
});

let server: TestServer;
let inbox: { id: string; key: string; secret: string };
let mei: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
});

test('two tabs that start at once begin one conversation, with both messages', async () => {
  for (let round = 0; round < 5; round++) {
    const customer = await server.world.customer(inbox.key);
    const started = await Promise.all(
      ['one', 'two', 'three'].map((words) => customer.call(chat.start, { body: text(words) })),
    );
    expect(new Set(started.map((it) => it.conversation.id)).size).toBe(1);
    const params = { id: started[0]?.conversation.id ?? '' };
    const { items } = await customer.call(chat.messages, { params });
    const written = items.filter((it) => it.kind === 'text');
    expect(written.map((it) => it.text).toSorted()).toEqual(['one', 'three', 'two']);
  }
});

test('what a visitor starts while they sign in is theirs afterwards, or refused so that it is sent again', async () => {
  for (let round = 0; round < 8; round++) {
    const visitor = await server.world.customer(inbox.key);
    const { browserKey, session } = visitor;
    const identity = await server.world.identity(inbox.secret, { sub: `racer-${round}` });
    const body = text('racing');
    const [started, verified] = await Promise.all([
      visitor.try(chat.start, { body }),
      server.world.customer(inbox.key, { identity, browserKey, token: session.token }),
    ]);
    if (!started.ok)
      expect(['identity.session_invalid', 'access.not_signed_in']).toContain(started.error.code);
    await verified.call(chat.start, { body });
    const { items } = await verified.call(chat.list);
    expect(items).toHaveLength(1);
    const thread = await verified.call(chat.messages, { params: { id: items[0]?.id ?? '' } });
    expect(thread.items.filter((it) => it.text === 'racing')).toHaveLength(1);
  }
});

test('the language that the exchange vouches for is the customer’s', async () => {
  const identity = await server.world.identity(inbox.secret, { sub: 'reader-of-japanese', locale: 'ja' });
  const customer = await server.world.customer(inbox.key, { identity, locale: 'en' });
  expect(customer.session.customer.locale).toBe('ja');
});

test('a reply offers answers to choose from; a note and a customer’s own words do not', async () => {
  const customer = await server.world.customer(inbox.key);
  const { conversation } = await customer.call(chat.start, { body: text('My deposit is missing') });
  const params = { id: conversation.id };
  const body = { key: 'quick-replies', text: 'On which network?', attachmentIds: [], kind: 'text' as const };
  const quickReplies = ['TRON (TRC20)', ' Ethereum (ERC20) ', 'TRON (TRC20)'];
  const offered = ['TRON (TRC20)', 'Ethereum (ERC20)'];
  const { message } = await mei.call(conversations.post, {
    params,
    body: { ...body, quickReplies, seenSeq: 9 },
  });
  expect(message.quickReplies).toEqual(offered);
  const note = { ...body, key: 'quick-replies-note', kind: 'note' as const, quickReplies, seenSeq: 9 };
  expect((await mei.call(conversations.post, { params, body: note })).message.quickReplies).toEqual([]);
  const { items } = await customer.call(chat.messages, { params });
  expect(items.filter((it) => it.kind === 'text').map((it) => it.quickReplies)).toEqual([[], offered]);
  const tooMany = { ...body, key: 'too-many-replies', seenSeq: 9, quickReplies: [...'abcdefg'] };
  expect(await mei.refused(conversations.post, { params, body: tooMany })).toBe('request.invalid');
});

test('a start that joined an open conversation is not written again after that was closed', async () => {
  const customer = await server.world.customer(inbox.key);
  const first = await customer.call(chat.start, { body: text('hello') });
  const joined = text('and one more thing');
  const answer = await customer.call(chat.start, { body: joined });
  expect(answer.conversation.id).toBe(first.conversation.id);
  const params = { id: first.conversation.id };
  await mei.call(conversations.take, { params });
  await mei.call(conversations.close, { params, body: { reason: 'solved' } });
  server.clock.advance({ hours: 24 * 30 });
  const again = await customer.call(chat.start, { body: joined });
  expect(again.message).toEqual(answer.message);
  expect((await customer.call(chat.list)).items).toHaveLength(1);
  expect(await customer.refused(chat.start, { body: { ...joined, text: 'something else' } })).toBe(
    'conversation.key_reused',
  );
});

test('who chose no topic reaches the team of what they write about, where that is clear', async () => {
  const admin = await server.world.agent({ roles: ['administrator'] });
  const guards = await server.world.team({ name: 'Security' });
  const params = { id: inbox.id };
  await admin.call(endpoints.channels.updateInbox, {
    params,
    body: { topicTeams: { account_security: guards } },
  });
  const led = async (words: string, topic: 'api' | null = null) => {
    const customer = await server.world.customer(inbox.key);
    const { conversation } = await customer.call(chat.start, { body: { ...text(words), topic } });
    const lead = await server.world.agent({ roles: ['team_lead'] });
    return lead.call(conversations.get, { params: { id: conversation.id } });
  };
  expect(await led('我的账号被盗了')).toMatchObject({ topic: 'account_security', teamId: guards });
  expect(await led('Somebody hacked my account', 'api')).toMatchObject({ topic: 'api' });
  const vague = await led('good morning');
  expect(vague.topic).toBeNull();
  expect(vague.teamId).not.toBe(guards);
  await admin.call(endpoints.channels.updateInbox, { params, body: { topicTeams: {} } });
});
