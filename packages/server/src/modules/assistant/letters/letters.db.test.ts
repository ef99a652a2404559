import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import type { TestCustomer } from '../../../testing/world.ts';
import { type LetterDesk, openLetterDesk } from '../../../tests/letter-desk.testing.ts';
import { addIdentityKey } from '../../access/index.ts';
import { createInbox } from '../../channels/index.ts';
import { words } from '../../tickets/tickets.testing.ts';
import { mostADay } from './decide-letter.ts';
import { readLetter } from './read-letters.ts';

/** What the assistant makes of letters and forms: drafts, answers at once where that is switched on, and never a second one. */
const { channels, chat, conversations, copilot, portal, tickets } = endpoints;
const patience = { timeout: 20_000 };
const question = 'How can I cancel a withdrawal that I submitted?';
let desk: LetterDesk;
let portalInbox: { id: string; key: string; secret: string };

beforeAll(async () => {
  desk = await openLetterDesk();
  const { database, keys } = desk.server.platform;
  await database.write(writeDemoArticles);
  portalInbox = await database.write(async (tx) => {
    const inbox = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: await teamOf() });
    const { secret } = await addIdentityKey(tx, keys, inbox.id, { algorithm: 'HS256' });
    return { id: inbox.id, key: inbox.key, secret: secret ?? '' };
  });
});

const teamOf = async () => {
  const { items } = await desk.admin.call(channels.listInboxes);
  return items.find((it) => it.id === desk.inboxId)?.defaultTeamId ?? '';
};
const switchOn = (id: string, assistant: boolean) =>
  desk.admin.call(channels.updateInbox, { params: { id }, body: { assistant } });

let customers = 0;
const somebody = async (): Promise<TestCustomer> => {
  const identity = await desk.server.world.identity(portalInbox.secret, { sub: `70${++customers}` });
  return desk.server.world.customer(portalInbox.key, { identity });
};

/** A ticket of the portal, and its thread once the assistant has read it. */
async function open(
  customer: TestCustomer,
  text: string,
  category: 'deposit_withdrawal' | 'verification' = 'deposit_withdrawal',
) {
  const ticket = await customer.call(portal.open, {
    body: { ...words(text), subject: text.slice(0, 60), category, fields: {}, locale: 'en', tellBy: null },
  });
  await desk.server.settle();
  return look(customer, ticket.id, ticket.conversationId ?? '');
}
async function look(customer: TestCustomer, id: string, conversationId: string) {
  const { items } = await customer.call(chat.messages, { params: { id: conversationId }, query: {} });
  const { state } = await desk.agent.call(conversations.get, { params: { id: conversationId } });
  return {
    id,
    conversationId,
    said: items.filter((it) => it.author.type === 'bot'),
    state,
    ticket: await desk.admin.call(tickets.get, { params: { id } }),
  };
}
const drafts = async (id: string) =>
  (await desk.agent.call(copilot.suggestions, { params: { id }, query: { locale: 'en' } })).drafts;

describe('a form of the portal', () => {
  test('is a draft for whoever answers, until somebody switches more on', async () => {
    const linh = await somebody();
    const { said, state, ticket, conversationId } = await open(linh, question);
    expect(said).toEqual([]);
    expect(state).not.toBe('closed');
    expect(ticket.status).toBe('new');
    const [first, ...others] = await drafts(conversationId);
    expect(first?.sources[0]?.url).toContain('/help/en/');
    expect(others.map((it) => it.text)).not.toContain(first?.text);
  });

  test('is answered at once with its source, and solved; what the customer writes next is for people', async () => {
    await switchOn(portalInbox.id, true);
    const linh = await somebody();
    const { id, said, state, ticket, conversationId } = await open(linh, question);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain('a person takes over');
    expect(said[0]?.sources[0]?.url).toContain('/help/en/');
    expect(state).toBe('closed');
    expect(ticket).toMatchObject({ status: 'solved', tags: ['answered-by-assistant'] });
    expect(await drafts(conversationId)).toEqual([]);

    const body = words('That is not what I see. How can I cancel a withdrawal that I submitted?');
    await linh.call(portal.reopen, { params: { id }, body });
    await desk.server.settle();
    const after = await look(linh, id, conversationId);
    expect(after.said).toHaveLength(1);
    expect(['queued', 'assigned']).toContain(after.state);
    expect(after.ticket.status).toBe('open');
    // Told of once more, it stays so.
    await desk.server.platform.database.write((tx) =>
      desk.server.platform.jobs.enqueue(tx, readLetter, { conversationId }),
    );
    await desk.server.settle();
    expect((await look(linh, id, conversationId)).said).toHaveLength(1);
  });

  test.each([
    ['a complaint', 'This is a formal complaint about your awful service'],
    ['a person is wanted', 'I want to talk to a human please'],
    ['nothing answers it', 'Qwxz kkrt pflimp zonq'],
  ])('is left to people where %s', async (_, text) => {
    const { said, state } = await open(await somebody(), text);
    expect(said).toEqual([]);
    expect(state).not.toBe('closed');
  });

  test('of whose account was taken over is answered by what to do now only, is urgent, and left to people', async () => {
    const { said, state, ticket } = await open(await somebody(), 'My account was hacked, my coins are gone');
    expect(said.map((it) => it.text)).toEqual([expect.stringContaining('every minute counts')]);
    expect(state).not.toBe('closed');
    expect(ticket).toMatchObject({ category: 'account_security.hacked', priority: 'urgent', status: 'new' });
  });

  test('is a draft where somebody is in a hurry', async () => {
    const { said, conversationId } = await open(await somebody(), `Urgent!! ${question}`);
    expect(said).toEqual([]);
    expect((await drafts(conversationId)).length).toBeGreaterThan(0);
  });

  test('is a draft where people decide about who somebody is', async () => {
    const { said, conversationId } = await open(await somebody(), question, 'verification');
    expect(said).toEqual([]);
    expect((await drafts(conversationId)).length).toBeGreaterThan(0);
  });

  test('comes to people once the same customer was answered often enough in a day', async () => {
    const linh = await somebody();
    const all = [];
    for (let count = 0; count <= mostADay; count++) all.push(await open(linh, question));
    expect(all.map((it) => it.said.length)).toEqual([...Array<number>(mostADay).fill(1), 0]);
  });
});

describe('a letter', () => {
  const thread = async (text: string) => {
    const found = await desk.threadOf(text);
    await desk.server.settle();
    return found.conversation.id;
  };
  const wrote = async (id: string) =>
    (await desk.agent.call(conversations.messages, { params: { id }, query: {} })).items;
  /** The sender of the letters of a conversation is proven, as where DMARC passed. */
  const prove = (id: string) =>
    desk.server.platform.database.raw(`
      update letters set proof = '{"trusted":true,"fromDomain":"example.com","spf":"pass","dkim":"pass","dmarc":"pass","arc":"none"}' where conversation_id = '${id}';
      delete from assistant_letters where conversation_id = '${id}'
    `);
  /** As another node does when the one that heard of it went away. */
  const readAgain = async (id: string) => {
    const { database, jobs } = desk.server.platform;
    await database.raw(
      `delete from pgboss.job where name = '${readLetter.name}' and singleton_key = '${id}'`,
    );
    await database.write((tx) => jobs.enqueue(tx, readLetter, { conversationId: id }));
  };

  test('of a sender who may be another is a draft only', async () => {
    await switchOn(desk.inboxId, true);
    await desk.write({ from: 'kim@example.com', subject: 'Withdrawal', text: question });
    const id = await thread(question);
    expect((await wrote(id)).filter((it) => it.author.type === 'bot')).toEqual([]);
    expect((await drafts(id)).length).toBeGreaterThan(0);
  });

  test('of a proven one is answered in the same thread, marked as automatic; its answer opens it again', async () => {
    const text = 'Hello, how can I cancel a withdrawal that I submitted?';
    await switchOn(desk.inboxId, false);
    await desk.write({ from: 'ada@example.com', subject: 'Cancel', text, messageId: '<ada@example.com>' });
    const id = await thread(text);
    await switchOn(desk.inboxId, true);
    await prove(id);
    await readAgain(id);
    await vi.waitFor(async () => {
      expect((await wrote(id)).filter((it) => it.author.type === 'bot')).toHaveLength(1);
    }, patience);
    await desk.server.settle();
    const letter = await desk.mailbox.next();
    expect(letter.to).toBe('ada@example.com');
    expect(letter.headers).toMatch(/^auto-submitted: auto-replied/im);
    expect(letter.headers).toMatch(/^in-reply-to: <ada@example\.com>/im);
    expect(letter.text).toContain('/help/en/');
    expect(letter.text).toContain('a person takes over');

    const sentBefore = desk.mailbox.letters.length;
    const replyTo = /^reply-to:\s+(\S+)/im.exec(letter.headers)?.[1] ?? '';
    const away = { 'Auto-Submitted': 'auto-replied' };
    await desk.write({ from: 'ada@example.com', to: replyTo, subject: 'Away', text: 'Away', headers: away });
    await desk.threads();
    await desk.server.settle();
    const get = () => desk.agent.call(conversations.get, { params: { id } });
    expect((await get()).state).toBe('closed');
    await desk.write({ from: 'ada@example.com', to: replyTo, subject: 'Re: Cancel', text: `No. ${text}` });
    await thread(`No. ${text}`);
    expect(['queued', 'assigned']).toContain((await get()).state);
    expect((await wrote(id)).filter((it) => it.author.type === 'bot')).toHaveLength(1);
    expect(desk.mailbox.letters).toHaveLength(sentBefore);
  });

  test('of whose account was taken over is answered by what to do now, also into a thread of something else', async () => {
    const cries = 'Stop everything, somebody logged into my account and is withdrawing my coins!';
    await desk.write({
      from: 'eve@example.com',
      subject: 'Key',
      text: 'Where do I see my API keys?',
      messageId: '<eve@example.com>',
    });
    const id = await thread('Where do I see my API keys?');
    const { letters } = desk.mailbox;
    const before = letters.length;
    const headers = { 'In-Reply-To': '<eve@example.com>', References: '<eve@example.com>' };
    await desk.write({ from: 'eve@example.com', subject: 'Re: Key', text: cries, headers });
    expect(await thread(cries)).toBe(id);
    const letter = letters.slice(before).find((it) => it.to === 'eve@example.com');
    expect(letter?.text).toContain('every minute counts');
    const { items } = await desk.admin.call(tickets.list, { query: {} });
    expect(items.filter((it) => it.conversationId === id)).toMatchObject([
      { category: 'account_security.hacked', priority: 'urgent' },
    ]);
  });

  test('of a list is answered by nobody', async () => {
    const text = 'Dear all, how can I cancel a withdrawal that I submitted?';
    await desk.write({
      from: 'news@example.com',
      subject: 'News',
      text,
      headers: { 'List-Id': '<news.example.com>', Precedence: 'list' },
    });
    const found = (await desk.threads()).find(({ texts }) => texts.includes(text));
    if (found) await prove(found.conversation.id);
    await desk.server.settle();
    const { rows } = await desk.server.platform.database.raw(
      `select 1 from assistant_letters l join letters x on x.conversation_id = l.conversation_id where x.kind = 'list'`,
    );
    expect(rows).toEqual([]);
  });
});
