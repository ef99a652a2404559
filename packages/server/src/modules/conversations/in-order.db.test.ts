import { randomBytes } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

/** What a page that closes leaves behind: several messages in one request. */
const { chat, conversations } = endpoints;
let server: TestServer;
let inbox: { key: string };
let mei: TestAgent;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
});

const text = (words: string) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: words,
  attachmentIds: [],
});
const reply = (words: string) => ({ ...text(words), kind: 'text' as const, seenSeq: 1 });
async function begin(words: string) {
  const customer = await server.world.customer(inbox.key);
  const body = { ...text(words), topic: null, locale: 'en' as const };
  const { conversation } = await customer.call(chat.start, { body });
  return { customer, id: conversation.id };
}
async function textsOf(who: TestAgent | TestCustomer, id: string) {
  const endpoint = who === mei ? conversations.messages : chat.messages;
  const { items } = await who.call(endpoint, { params: { id } });
  return items.filter((it) => it.kind !== 'system').map((it) => it.text);
}

describe('an agent’s', () => {
  const leave = (id: string, items: Array<ReturnType<typeof reply>>) =>
    mei.try(conversations.postInOrder, { params: { id }, body: { items } });

  test('are written in their order, and none twice, whatever comes at the same moment', async () => {
    const { id } = await begin('hello');
    const items = ['one', 'two', 'three', 'four'].map(reply);
    const [first] = items;
    if (!first) throw new Error('there are none');
    const answers = await Promise.all([
      mei.try(conversations.post, { params: { id }, body: first }),
      leave(id, items),
      leave(id, items),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await textsOf(mei, id)).toEqual(['hello', 'one', 'two', 'three', 'four']);
    const again = await leave(id, items);
    expect(again.ok && again.body.items.map((it) => it.message.text)).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
    expect(await textsOf(mei, id)).toHaveLength(5);
  });

  test('end with the first that is refused, and with its refusal when nothing was written', async () => {
    const { customer, id } = await begin('hello');
    const answer = await leave(id, [reply('one'), reply(''), reply('three')]);
    expect(answer.ok && answer.body.items.map((it) => it.message.text)).toEqual(['one']);
    expect(await textsOf(mei, id)).toEqual(['hello', 'one']);
    await customer.call(chat.post, { params: { id }, body: text('wait') });
    expect(await leave(id, [reply('two'), reply('three')])).toMatchObject({
      error: { code: 'conversation.moved_on' },
    });
    expect(await textsOf(mei, id)).toEqual(['hello', 'one', 'wait']);
  });
});

describe('a customer’s', () => {
  const leave = (who: TestCustomer, items: Array<ReturnType<typeof text> & { conversationId?: string }>) =>
    who.try(chat.postInOrder, { body: { items, locale: 'en' } });

  test('begin a conversation and go on in it, in their order, and none twice', async () => {
    const customer = await server.world.customer(inbox.key);
    const items = ['one', 'two', 'three'].map(text);
    const answers = await Promise.all([leave(customer, items), leave(customer, items)]);
    const ids = answers.flatMap((it) =>
      it.ok ? it.body.items.map(({ conversation }) => conversation.id) : [],
    );
    expect(ids).toHaveLength(6);
    const [id = ''] = new Set(ids);
    expect(new Set(ids).size).toBe(1);
    expect(await textsOf(customer, id)).toEqual(['one', 'two', 'three']);
    await leave(customer, [{ ...text('four'), conversationId: id }, text('five')]);
    expect(await textsOf(customer, id)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  test('reach nobody else’s conversation', async () => {
    const { customer: other, id } = await begin('mine');
    const { customer, id: own } = await begin('hello');
    const theirs = { ...text('was I here?'), conversationId: id };
    expect(await leave(customer, [theirs])).toMatchObject({ error: { code: 'conversation.not_found' } });
    await leave(customer, [{ ...text('one'), conversationId: own }, theirs, text('two')]);
    expect(await textsOf(other, id)).toEqual(['mine']);
    expect(await textsOf(customer, own)).toEqual(['hello', 'one']);
  });
});
