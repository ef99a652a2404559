import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

const { chat, conversations } = endpoints;
let key = 0;
const nextKey = () => `key-${++key}-${'x'.repeat(8)}`;
const text = (words: string) => ({ key: nextKey(), text: words, attachmentIds: [] });

let server: TestServer;
let team: string;
let inbox: { id: string; key: string; secret: string };
let mei: TestAgent;
let bao: TestAgent;
let lead: TestAgent;
let outsider: TestAgent;

beforeAll(async () => {
  // The queue is served when the test says so: its lines in the threads would come at any moment.
  server = await createTestServer({ ROLE: 'web' });
  team = await server.world.team();
  const elsewhere = await server.world.team({ name: 'Elsewhere' });
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  bao = await server.world.agent({ name: 'Bao', teams: [team] });
  lead = await server.world.agent({ name: 'Lead', roles: ['team_lead', 'agent'] });
  outsider = await server.world.agent({ name: 'Outsider', teams: [elsewhere] });
});

async function begin(words = 'My deposit is missing'): Promise<{ customer: TestCustomer; id: string }> {
  const customer = await server.world.customer(inbox.key);
  const { conversation } = await customer.call(chat.start, {
    body: { ...text(words), topic: null, locale: 'en' },
  });
  return { customer, id: conversation.id };
}

const reply = (id: string, words: string, seenSeq = 1000) => ({
  params: { id },
  body: { ...text(words), kind: 'text' as const, seenSeq },
});

describe('a conversation', () => {
  test('begins with a customer’s message and reaches the agents of its team', async () => {
    const { id } = await begin('Where is my withdrawal?');
    const { items } = await mei.call(conversations.list, { query: { view: 'unassigned' } });
    expect(items.find((it) => it.id === id)).toMatchObject({
      state: 'queued',
      language: 'en',
      preview: { text: 'Where is my withdrawal?', author: 'customer' },
      teamId: team,
    });
  });

  test('is not there for agents of other teams, nor for other customers', async () => {
    const { id } = await begin();
    const stranger = await server.world.customer(inbox.key);
    const params = { id };
    expect(await outsider.refused(conversations.get, { params })).toBe('conversation.not_found');
    expect(await outsider.refused(conversations.messages, { params })).toBe('conversation.not_found');
    expect(await outsider.refused(conversations.take, { params })).toBe('conversation.not_found');
    expect(await outsider.refused(conversations.post, reply(id, 'hello'))).toBe('conversation.not_found');
    expect(await stranger.refused(chat.messages, { params })).toBe('conversation.not_found');
    expect(await stranger.refused(chat.post, { params, body: text('hello') })).toBe('conversation.not_found');
    expect(await stranger.refused(chat.read, { params, body: { deliveredSeq: 1, readSeq: 1 } })).toBe(
      'conversation.not_found',
    );
    const listed = await outsider.call(conversations.list, { query: { view: 'all' } });
    expect(listed.items.map((it) => it.id)).not.toContain(id);
  });

  test('keeps the order and numbers everyone’s messages without gaps; notes are not the customer’s', async () => {
    const { customer, id } = await begin('one');
    await mei.call(conversations.post, reply(id, 'two'));
    await mei.call(conversations.post, {
      params: { id },
      body: { ...text('between us'), kind: 'note', seenSeq: 9 },
    });
    await customer.call(chat.post, { params: { id }, body: text('three') });
    const ours = await mei.call(conversations.messages, { params: { id } });
    expect(ours.items.map((it) => it.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(ours.items.map((it) => it.kind)).toEqual(['text', 'system', 'text', 'note', 'text']);
    const theirs = await customer.call(chat.messages, { params: { id } });
    expect(theirs.items.map((it) => it.seq)).toEqual([1, 2, 3, 4]);
    expect(JSON.stringify(theirs)).not.toContain('between us');
  });

  test('answers a retry with what it wrote the first time, and refuses the key for another text', async () => {
    const { customer, id } = await begin();
    const body = text('only once');
    const first = await customer.call(chat.post, { params: { id }, body });
    const again = await customer.call(chat.post, { params: { id }, body });
    expect(again.message).toEqual(first.message);
    expect(await customer.refused(chat.post, { params: { id }, body: { ...body, text: 'other' } })).toBe(
      'conversation.key_reused',
    );
    const { items } = await customer.call(chat.messages, { params: { id } });
    expect(items.filter((it) => it.text === 'only once')).toHaveLength(1);
  });

  test('does not answer a stranger who knows its key and its words', async () => {
    const { customer, id } = await begin();
    const body = text('between us');
    await customer.call(chat.post, { params: { id }, body });
    const stranger = await server.world.customer(inbox.key);
    expect(await stranger.refused(chat.post, { params: { id }, body })).toBe('conversation.not_found');
  });

  test('takes the same key from two customers at once', async () => {
    const [one, two] = await Promise.all([begin(), begin()]);
    const body = text('the same key');
    const answers = await Promise.all(
      [one, two].map(({ customer, id }) => customer.call(chat.post, { params: { id }, body })),
    );
    expect(answers.map((it) => it.message.conversationId)).toEqual([one.id, two.id]);
  });

  test('begins once however often its first message is sent', async () => {
    const customer = await server.world.customer(inbox.key);
    const body = { ...text('hello?'), topic: null, locale: 'en' as const };
    const answers = await Promise.all([1, 2, 3, 4].map(() => customer.call(chat.start, { body })));
    expect(new Set(answers.map((it) => it.conversation.id)).size).toBe(1);
    expect(new Set(answers.map((it) => it.message.id)).size).toBe(1);
    expect((await customer.call(chat.list)).items).toHaveLength(1);
  });

  test('takes fifty messages sent at once, each once, without gaps', async () => {
    const { customer, id } = await begin();
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => customer.call(chat.post, { params: { id }, body: text(`n${n}`) })),
    );
    const { items } = await customer.call(chat.messages, { params: { id }, query: { limit: 200 } });
    expect(items.map((it) => it.seq)).toEqual(items.map((_, n) => n + 1));
    const texts = items.filter((it) => it.kind === 'text').map((it) => it.text);
    expect(texts).toHaveLength(51);
    expect(new Set(texts).size).toBe(51);
  });

  test.each([
    ['empty', '   ', 'conversation.empty_message'],
    ['too long', 'x'.repeat(8001), 'conversation.message_too_long'],
  ])('refuses a message that is %s', async (_name, words, code) => {
    const { customer, id } = await begin();
    expect(await customer.refused(chat.post, { params: { id }, body: text(words) })).toBe(code);
  });

  test('keeps what no database likes', async () => {
    const { customer, id } = await begin();
    const words = `nul\u0000 half \ud800 pair 'quote" \\ back {brace} 🚢`;
    const { message } = await customer.call(chat.post, { params: { id }, body: text(words) });
    expect(message.text).toBe(`nul half \ufffd pair 'quote" \\ back {brace} 🚢`);
  });
});

describe('who has it', () => {
  test('of two agents who take it at once one wins, and the other learns who', async () => {
    const { id } = await begin();
    const answers = await Promise.all(
      [mei, bao].map((agent) => agent.try(conversations.take, { params: { id } })),
    );
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409]);
    const loser = answers.find((it) => !it.ok);
    const winner = answers[0]?.ok ? 'Mei' : 'Bao';
    expect(loser && !loser.ok && loser.error).toEqual({
      code: 'conversation.already_assigned',
      params: { agent: winner },
    });
  });

  test('assigning needs the right, and a second time changes nothing', async () => {
    const { id } = await begin();
    const to = { params: { id }, body: { agentId: bao.id } };
    expect(await mei.refused(conversations.assign, to)).toBe('access.forbidden');
    const first = await lead.call(conversations.assign, to);
    const second = await lead.call(conversations.assign, to);
    expect(first).toMatchObject({ assigneeId: bao.id, state: 'assigned', accepted: true });
    expect(second).toEqual(first);
  });

  test('is never given to somebody who does not answer customers', async () => {
    const analyst = await server.world.agent({ name: 'Ana', roles: ['analyst'], teams: [team] });
    const { id } = await begin();
    const to = { params: { id }, body: { agentId: analyst.id } };
    expect(await lead.refused(conversations.assign, to)).toBe('people.cannot_answer');
    expect(await lead.refused(conversations.transfer, { ...to, body: { ...to.body, note: '' } })).toBe(
      'people.cannot_answer',
    );
  });

  test('goes to another team with a note, out of reach of the old one', async () => {
    const { id } = await begin();
    const security = await server.world.team({ name: 'Security' });
    await mei.call(conversations.take, { params: { id } });
    expect(await bao.refused(conversations.transfer, { params: { id }, body: { teamId: security } })).toBe(
      'conversation.not_assigned_to_you',
    );
    const body = { teamId: security, note: 'Looks like a takeover' };
    expect(await mei.call(conversations.transfer, { params: { id }, body })).toMatchObject({
      state: 'queued',
      teamId: security,
      assigneeId: null,
    });
    expect(await mei.refused(conversations.get, { params: { id } })).toBe('conversation.not_found');
    const { items } = await lead.call(conversations.messages, { params: { id } });
    expect(items.at(-2)).toMatchObject({ kind: 'note', text: 'Looks like a takeover' });
    expect(items.at(-1)).toMatchObject({ system: { key: 'transferred_team', params: { team: 'Security' } } });
  });

  test('whoever answers a waiting one holds it', async () => {
    const { id } = await begin();
    const { conversation } = await mei.call(conversations.post, reply(id, 'On it'));
    expect(conversation).toMatchObject({
      state: 'assigned',
      assigneeId: mei.id,
      accepted: true,
      waitingSince: null,
    });
  });

  test('its agent puts it back', async () => {
    const { id } = await begin();
    await mei.call(conversations.take, { params: { id } });
    expect(await bao.refused(conversations.release, { params: { id } })).toBe(
      'conversation.not_assigned_to_you',
    );
    expect(await mei.call(conversations.release, { params: { id } })).toMatchObject({ state: 'queued' });
  });
});

test('what a disabled agent held waits again, ahead of others', async () => {
  const { id } = await begin();
  const gone = await server.world.agent({ name: 'Gone', teams: [team] });
  const administrator = await server.world.agent({ roles: ['administrator'] });
  await gone.call(conversations.take, { params: { id } });
  await administrator.call(endpoints.people.updateAgent, {
    params: { id: gone.id },
    body: { disabled: true },
  });
  await server.settle();
  expect(await lead.call(conversations.get, { params: { id } })).toMatchObject({
    state: 'queued',
    assigneeId: null,
    priority: 1,
  });
});

describe('a reply', () => {
  test('stops when the thread has moved on, and goes when that was seen', async () => {
    const { customer, id } = await begin();
    await mei.call(conversations.take, { params: { id } });
    await customer.call(chat.post, { params: { id }, body: text('Forget it, it arrived') });
    const stale = await mei.try(conversations.post, reply(id, 'Still looking', 2));
    expect(!stale.ok && stale.error).toEqual({ code: 'conversation.moved_on', params: { count: 1 } });
    const sent = reply(id, 'Still looking', 2);
    await mei.call(conversations.post, { ...sent, body: { ...sent.body, confirmed: true } });
  });

  test('is read when the customer says so, by marks that never move back', async () => {
    const { customer, id } = await begin();
    await mei.call(conversations.post, reply(id, 'Hello'));
    const marks = (deliveredSeq: number, readSeq: number) => ({
      params: { id },
      body: { deliveredSeq, readSeq },
    });
    await customer.call(chat.read, marks(3, 2));
    expect(await mei.call(conversations.get, { params: { id } })).toMatchObject({
      customerDeliveredSeq: 3,
      customerReadSeq: 2,
    });
    expect(await customer.call(chat.read, marks(1, 1))).toMatchObject({ deliveredSeq: 3, readSeq: 2 });
    expect(await customer.call(chat.read, marks(999, 999))).toMatchObject({ deliveredSeq: 3, readSeq: 3 });
    await customer.call(chat.post, { params: { id }, body: text('thanks') });
    expect(await mei.call(conversations.read, { params: { id }, body: { seq: 4 } })).toMatchObject({
      agentReadSeq: 4,
    });
  });

  test('that mentions a colleague is in their list', async () => {
    const { id } = await begin();
    const note = {
      ...text('@Bao what do you think?'),
      kind: 'note' as const,
      seenSeq: 1,
      mentions: [bao.id],
    };
    await mei.call(conversations.post, { params: { id }, body: note });
    const { items } = await bao.call(conversations.list, { query: { view: 'mentions' } });
    expect(items.map((it) => it.id)).toContain(id);
    expect((await bao.call(conversations.counts)).mentions).toBeGreaterThan(0);
  });
});

describe('closing', () => {
  test('is followed by reopening within the time, and by a new one that links back after it', async () => {
    const { customer, id } = await begin();
    await mei.call(conversations.take, { params: { id } });
    await mei.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
    expect(await mei.refused(conversations.post, reply(id, 'one more thing'))).toBe('conversation.closed');
    server.clock.advance({ hours: 1 });
    const reopened = await customer.call(chat.post, { params: { id }, body: text('It came back') });
    expect(reopened.conversation).toMatchObject({ id, state: 'queued' });

    await lead.call(conversations.close, { params: { id }, body: { reason: 'no_reply' } });
    server.clock.advance({ days: 4 });
    // Nobody's session lasts that long without a sign of life.
    mei = await server.world.agent({ name: 'Mei', teams: [team] });
    lead = await server.world.agent({ name: 'Lead', roles: ['team_lead', 'agent'] });
    const body = text('And again');
    const next = await customer.call(chat.post, { params: { id }, body });
    expect(next.conversation.id).not.toBe(id);
    expect(next.conversation.previousConversationId).toBe(id);
    const again = await customer.call(chat.post, { params: { id }, body });
    expect(again.message.id).toBe(next.message.id);
  });

  test('can be taken back by an agent', async () => {
    const { id } = await begin();
    await mei.call(conversations.take, { params: { id } });
    await mei.call(conversations.close, { params: { id }, body: { reason: 'spam' } });
    expect(await mei.call(conversations.reopen, { params: { id } })).toMatchObject({
      state: 'assigned',
      assigneeId: mei.id,
      closeReason: null,
    });
  });
});

describe('the inbox', () => {
  test('is searched by words without diacritics, in Chinese, by number and by customer, within reach', async () => {
    const { id } = await begin('Nạp tiền chưa vào, 充值没有到账');
    await server.settle();
    const { number } = await mei.call(conversations.get, { params: { id } });
    const stranger = await server.world.agent({ teams: [await server.world.team()] });
    const find = async (q: string, agent = mei) =>
      (await agent.call(conversations.list, { query: { view: 'all', q } })).items.map((it) => it.id);
    expect(await find('nap tien')).toContain(id);
    expect(await find('充值')).toContain(id);
    expect(await find(`#${number}`)).toEqual([id]);
    expect(await find('nap tien', stranger)).toEqual([]);
    expect(await find("'; drop table messages; -- & | ! <->")).toEqual([]);
  });

  test('is paged without loss or repetition', async () => {
    const made = await Promise.all(Array.from({ length: 7 }, () => begin()));
    // What moves while it is paged may be seen twice or not at all: nothing is left to move.
    await server.settle();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lead.call(conversations.list, { query: { view: 'all', limit: 3, cursor } });
      seen.push(...page.items.map((it) => it.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    for (const { id } of made) expect(seen).toContain(id);
    expect(await lead.refused(conversations.list, { query: { cursor: 'nonsense' } })).toBe('request.invalid');
  });
});

describe('identity', () => {
  test('verifies a customer, carries their history across devices, and brings the visitor’s thread along', async () => {
    const identity = () => server.world.identity(inbox.secret, { sub: '777', name: 'Linh' });
    const phone = await server.world.customer(inbox.key, { identity: await identity() });
    expect(phone.session.customer).toMatchObject({ verified: true, name: 'Linh' });
    await phone.call(chat.start, { body: { ...text('from the phone'), topic: null, locale: 'en' } });

    const visitor = await server.world.customer(inbox.key);
    await visitor.call(chat.start, { body: { ...text('before signing in'), topic: null, locale: 'en' } });
    const desk = await server.world.customer(inbox.key, {
      identity: await identity(),
      browserKey: visitor.browserKey,
      token: visitor.session.token,
    });
    expect(desk.id).toBe(phone.id);
    const { items } = await desk.call(chat.list);
    expect(items.map((it) => it.preview?.text).sort()).toEqual(['before signing in', 'from the phone']);
    // The visitor's token no longer opens anything.
    expect(await visitor.refused(chat.list)).toBe('identity.session_invalid');
  });

  test('a token stolen without the browser’s key opens nothing', async () => {
    const customer = await server.world.customer(inbox.key);
    const thief = await server.world.customer(inbox.key);
    const { createTestClient } = await import('../../testing/test-client.ts');
    const stolen = createTestClient(server.url, {
      ...thief.headers,
      authorization: `Bearer ${customer.session.token}`,
    });
    expect(await stolen.refused(chat.list)).toBe('identity.session_invalid');
  });

  test('a forged, a foreign and a replayed identity are refused', async () => {
    const begin = (identity: string) => server.world.customer(inbox.key, { identity });
    await expect(begin(await server.world.identity('not-the-secret-not-the-secret-00'))).rejects.toThrow(
      'identity.token_invalid',
    );
    await expect(begin('nonsense')).rejects.toThrow('identity.token_invalid');
    const once = await server.world.identity(inbox.secret, { sub: '888' });
    await begin(once);
    await expect(begin(once)).rejects.toThrow('identity.token_replayed');
  });
});
