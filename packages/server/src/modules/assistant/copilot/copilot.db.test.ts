import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../../exchange/exchange.testing.ts';

/** What agents are offered over HTTP: within their reach, in two languages, and with what became of it. */
const { chat, conversations, copilot, macros, tickets } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let inbox: { id: string; key: string; secret: string };
let teams: { general: string; security: string };
let mei: TestAgent;
let lead: TestAgent;
let outsider: TestAgent;

beforeAll(async () => {
  server = await createTestServer({
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
  });
  const { world, platform } = server;
  teams = { general: await world.team(), security: await world.team({ name: 'Security' }) };
  const elsewhere = await world.team({ name: 'Elsewhere' });
  mei = await world.agent({ name: 'Mei', teams: [teams.general] });
  lead = await world.agent({ name: 'Lead', teams: [teams.general], roles: ['agent', 'team_lead'] });
  outsider = await world.agent({ name: 'Outsider', teams: [elsewhere] });
  inbox = await world.inbox({ team: teams.general, securityTeam: teams.security });
  await platform.database.write(writeDemoArticles);
});

type Language = 'en' | 'zh-CN' | 'vi' | 'ja';

/** A customer who began a chat with some words; a verified one with a UID. */
async function asking(text: string, locale: Language = 'en', uid?: string) {
  const identity = uid ? await server.world.identity(inbox.secret, { sub: uid }) : undefined;
  const customer = await server.world.customer(inbox.key, { locale, ...(identity && { identity }) });
  const body = () => ({ key: randomUUID(), attachmentIds: [] });
  const { conversation } = await customer.call(chat.start, {
    body: { ...body(), text, topic: null, locale },
  });
  await server.settle();
  const { id } = conversation;
  return {
    id,
    say: async (more: string) => {
      await customer.call(chat.post, { params: { id }, body: { ...body(), text: more } });
      await server.settle();
    },
  };
}

const offered = (id: string, agent = mei, locale: Language = 'en') =>
  agent.call(copilot.suggestions, { params: { id }, query: { locale } });
const settle = (id: string, ...fates: Array<{ is: 'shown' | 'accepted' | 'rejected'; offerId: string }>) =>
  mei.call(copilot.settle, { params: { id }, body: { fates } });

async function reply(id: string, text: string) {
  const body = { key: randomUUID(), kind: 'text' as const, text, seenSeq: 99 };
  return (await mei.call(conversations.post, { params: { id }, body })).message;
}

async function sent(id: string, offerId: string, text: string) {
  const message = await reply(id, text);
  await mei.call(copilot.settle, {
    params: { id },
    body: { fates: [{ is: 'sent', offerId, messageId: message.id }] },
  });
  return message;
}

const kept = async (offerId: string) =>
  server.platform.database
    .reader()
    .sql.selectFrom('copilot_offers')
    .select(['fate', 'edited_share', 'message_id', 'shown_at'])
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow();

function defined<T>(it: T | null | undefined): T {
  if (it === null || it === undefined) throw new Error('it is not there');
  return it;
}

const cancel = 'How can I cancel a withdrawal that I submitted?';

describe('drafts', () => {
  test('come from an article in the customer’s language, with its address, and are read in the agent’s', async () => {
    const { id } = await asking('提交了提币，怎么取消？', 'zh-CN');
    const draft = defined((await offered(id)).drafts[0]);
    expect(draft).toMatchObject({ of: 'article', locale: 'zh-CN', reading: { locale: 'en' }, fate: null });
    const url = defined(draft.sources[0]).url;
    expect(url).toContain('/help/zh-CN/');
    expect(draft.text).toContain(`${server.platform.publicUrl}${url}`);
    expect(draft.text).toMatch(/\p{sc=Han}/u);
    expect(draft.reading?.text).not.toMatch(/\p{sc=Han}/u);
    const own = await offered(id, mei, 'zh-CN');
    expect(own.drafts[0]).toMatchObject({ offerId: draft.offerId, reading: null });
  });

  test('there are none once it is answered, and new ones with the next question', async () => {
    const { id, say } = await asking(cancel);
    const before = await offered(id);
    await reply(id, 'In the withdrawal history.');
    expect((await offered(id)).drafts).toEqual([]);
    await say('How do I create an API key?');
    const after = await offered(id);
    expect(after.drafts[0]?.sources[0]?.url).toContain('create-api-key');
    expect(after.seq).toBeGreaterThan(before.seq);
  });

  test('who may not see the conversation is offered nothing of it', async () => {
    const { id } = await asking(cancel);
    const params = { id };
    const gone = { ok: false, error: { code: 'conversation.not_found' } };
    expect(await outsider.try(copilot.suggestions, { params, query: { locale: 'en' } })).toMatchObject(gone);
    const fates = [{ is: 'accepted' as const, offerId: randomUUID() }];
    expect(await outsider.try(copilot.settle, { params, body: { fates } })).toMatchObject(gone);
  });
});

describe('what became of them', () => {
  test('sent as it was is accepted; changed is edited, by how much; turned down is rejected', async () => {
    const first = await asking(cancel);
    const draft = defined((await offered(first.id)).drafts[0]);
    const message = await sent(first.id, draft.offerId, draft.text);
    expect(await kept(draft.offerId)).toMatchObject({ fate: 'accepted', message_id: message.id });

    const second = await asking(cancel);
    const [changed, next] = (await offered(second.id)).drafts;
    await settle(second.id, { is: 'rejected', offerId: defined(next).offerId });
    expect((await offered(second.id)).drafts[1]?.fate).toBe('rejected');
    await sent(second.id, defined(changed).offerId, `Hello Linh,\n${changed?.text}`);
    const { fate, edited_share } = await kept(defined(changed).offerId);
    expect(fate).toBe('edited');
    expect(edited_share).toBeGreaterThan(0);
    expect(edited_share).toBeLessThan(0.3);
  });

  test('what became a message stays so, and nobody settles a colleague’s offers', async () => {
    const { id } = await asking(cancel);
    const draft = defined((await offered(id)).drafts[0]);
    const body = { fates: [{ is: 'rejected' as const, offerId: draft.offerId }] };
    await lead.call(copilot.settle, { params: { id }, body });
    expect((await kept(draft.offerId)).fate).toBeNull();
    await sent(id, draft.offerId, draft.text);
    await settle(id, { is: 'rejected', offerId: draft.offerId });
    expect((await kept(draft.offerId)).fate).toBe('accepted');
  });

  test('a message that is not one’s own reply there proves nothing', async () => {
    const [mine, other] = [await asking(cancel), await asking(cancel)];
    const draft = defined((await offered(mine.id)).drafts[0]);
    const { id: messageId } = await reply(other.id, draft.text);
    const fates = [{ is: 'sent' as const, offerId: draft.offerId, messageId }];
    await mei.call(copilot.settle, { params: { id: mine.id }, body: { fates } });
    expect((await kept(draft.offerId)).fate).toBeNull();
  });

  test('the figures count what was on a screen, by kind and language', async () => {
    const figure = async () =>
      (await lead.call(copilot.figures)).items.find((it) => it.kind === 'draft' && it.locale === 'ja');
    const { id } = await asking('出金をキャンセルする方法を教えてください', 'ja');
    const { drafts } = await offered(id);
    expect(await figure()).toBeUndefined();
    await settle(id, { is: 'shown', offerId: defined(drafts[0]).offerId });
    expect(await figure()).toMatchObject({ offered: 1, accepted: 0, edited: 0, rejected: 0 });
    await settle(id, { is: 'rejected', offerId: defined(drafts[0]).offerId });
    expect(await figure()).toMatchObject({ offered: 1, rejected: 1, editedShare: null });
    expect(await mei.try(copilot.figures)).toMatchObject({ ok: false, error: { code: 'access.forbidden' } });
  });
});

describe('the case', () => {
  const txid = '7d1f4b0c9a2e6853d4f1a0b9c8e7d6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9';

  test('is summed up by what was understood, and what the form lacks is offered', async () => {
    const { id } = await asking(`My USDT deposit has not arrived. TXID ${txid}. Where is it?`);
    const ticket = await mei.call(tickets.create, {
      body: {
        conversationId: id,
        subject: 'Deposit',
        category: 'deposit_withdrawal.deposit_not_credited',
        fields: {},
      },
    });
    await server.platform.database.raw(`update tickets set fields = '{}' where id = '${ticket.id}'`);
    const { summary, fields } = await offered(id);
    expect(summary).toMatchObject({
      asked: [{ intent: 'deposit.not_credited' }],
      ticket: { number: ticket.number, category: 'deposit_withdrawal.deposit_not_credited' },
      open: { text: 'Where is it?' },
    });
    expect(summary?.entities).toContainEqual({ kind: 'txid', value: txid });
    expect(fields).toMatchObject({ ticketId: ticket.id, all: { txid } });
    await mei.call(tickets.update, { params: { id: ticket.id }, body: { fields: defined(fields).all } });
    expect((await offered(id)).fields).toBeNull();
  });

  test('of a stolen account it is to go to those who care for such', async () => {
    const { id, say } = await asking('How do I create an API key?');
    await mei.call(conversations.take, { params: { id } });
    await say('Somebody hacked my account and withdrew everything!');
    const step = defined((await offered(id)).step);
    expect(step.is).toMatchObject({ do: 'hand_over', why: 'stolen', teamId: teams.security });
    await settle(id, { is: 'rejected', offerId: step.offerId });
    expect((await offered(id)).step?.is.do).not.toBe('hand_over');
  });

  test('after thanks for an answer it can be solved, and closed there is no next step', async () => {
    const { id, say } = await asking(cancel);
    await mei.call(conversations.take, { params: { id } });
    await reply(id, 'In the withdrawal history.');
    expect((await offered(id)).step).toBeNull();
    await say('Thank you, that helped!');
    expect((await offered(id)).step?.is).toEqual({ do: 'solve' });
    await mei.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
    expect(await offered(id)).toMatchObject({ step: null, drafts: [], lookUp: null });
  });

  test('asks in the customer’s language for what the form must have', async () => {
    const { id } = await asking('我充值的 USDT 一直没有到账', 'zh-CN');
    const { step } = await offered(id);
    expect(step?.is).toMatchObject({ do: 'ask', fields: expect.arrayContaining(['txid']) });
    expect(step?.is.do === 'ask' && step.is.text).toContain('交易哈希');
  });

  test('the exchange is asked by a press, by who may, in both languages, and the look is recorded', async () => {
    const { id } = await asking('我充值的 XRP 一直没有到账', 'zh-CN', '40218831');
    const { step, lookUp, withheld: withheldNow } = await offered(id);
    expect(step?.is).toMatchObject({ do: 'look_up', flow: 'deposit' });
    expect(lookUp?.flow).toBe('deposit');
    expect(withheldNow).toBeNull();
    const looks = async () =>
      (
        await server.platform.database
          .reader()
          .sql.selectFrom('events')
          .select('id')
          .where('type', '=', 'exchange.customer_facts_read')
          .execute()
      ).length;
    const before = await looks();
    const body = { ...defined(lookUp), locale: 'en' as const };
    const { draft, run } = await mei.call(copilot.lookUp, { params: { id }, body });
    expect(await looks()).toBe(before + 1);
    expect(draft).toMatchObject({ of: 'flow', locale: 'zh-CN', reading: { locale: 'en' }, text: run.text });
    expect(draft.text).toMatch(/\p{sc=Han}/u);
    expect(draft.reading?.text).not.toMatch(/\p{sc=Han}{4}/u);
    expect((await offered(id)).step?.is.do).not.toBe('look_up');
    const { rows } = await server.platform.database.raw('select said from copilot_offers where id = $1', [
      draft.offerId,
    ]);
    expect(rows).toEqual([{ said: null }]);
    const { id: messageId } = await reply(id, draft.text);
    const fates = [{ is: 'sent' as const, offerId: draft.offerId, messageId, said: draft.text }];
    await mei.call(copilot.settle, { params: { id }, body: { fates } });
    expect((await kept(draft.offerId)).fate).toBe('accepted');
    // The same words in a letter under the customer's address that somebody else wrote.
    const { id: forged } = await asking('我充值的 XRP 一直没有到账', 'zh-CN', '40218831');
    await server.platform.database.raw(`
      insert into letters (id, inbox_id, direction, header_id, conversation_id, message_id, kind, subject, parties, refs, proof, created_at)
      select gen_random_uuid(), c.inbox_id, 'in', m.id || '@example.com', c.id, m.id, 'letter', '', '{"from":null,"replyTo":[],"to":[],"cc":[]}', '{}',
        '{"trusted":false,"fromDomain":"example.com","spf":"fail","dkim":"none","dmarc":"fail","arc":"none"}', now()
      from conversations c join messages m on m.conversation_id = c.id and m.author_type = 'customer' where c.id = '${forged}'
    `);
    const withheld = await offered(forged);
    expect(withheld).toMatchObject({ withheld: 'sender_false', lookUp: null });
    expect(withheld.step?.is.do).not.toBe('look_up');
    expect(await mei.refused(copilot.lookUp, { params: { id: forged }, body })).toBe('copilot.sender_false');
    expect(await looks()).toBe(before + 1);
    const gone = await outsider.try(copilot.lookUp, { params: { id }, body });
    expect(gone).toMatchObject({ ok: false, error: { code: 'conversation.not_found' } });
  });

  test('the macro that says what is asked goes first, of those that the agent has', async () => {
    const save = (agent: TestAgent, name: string, text: string, sharing: 'all' | 'personal') =>
      agent.call(macros.create, { body: { name, texts: { en: text }, sharing } });
    const { id: fit } = await save(
      lead,
      'Cancel a withdrawal',
      'You can cancel a withdrawal in your withdrawal history while it is being reviewed.',
      'all',
    );
    await save(lead, 'Listing', 'We announce new listings on our announcement page.', 'all');
    await save(lead, 'Cancel withdrawal, my way', 'Cancel a withdrawal in the history.', 'personal');
    const { id } = await asking(cancel);
    const found = (await offered(id)).macros;
    expect(found.map((it) => it.name)).toEqual(['Cancel a withdrawal']);
    expect(found[0]).toMatchObject({ macroId: fit, why: 'intent', intent: 'withdrawal.cancel' });
  });
});

describe('similar solved tickets', () => {
  const category = 'deposit_withdrawal.withdrawal_failed' as const;
  async function solved(agent: TestAgent, teamId: string, fields: Record<string, string> = {}) {
    const { id } = await agent.call(tickets.create, {
      body: { subject: 'Withdrawal failed', category, fields, teamId },
    });
    await agent.call(tickets.setStatus, { params: { id }, body: { status: 'solved' } });
    return id;
  }

  test('are those within reach, the most alike first, with how they were solved', async () => {
    const before = await asking('My withdrawal failed with error code E1042');
    const { id: first } = await mei.call(tickets.create, {
      body: {
        conversationId: before.id,
        subject: 'Withdrawal failed',
        category,
        fields: { error_code: 'E1042' },
      },
    });
    await reply(before.id, 'The network was congested. We sent it again and it has arrived.');
    await mei.call(tickets.setStatus, { params: { id: first }, body: { status: 'solved' } });
    const plain = await solved(mei, teams.general);
    const hidden = await solved(lead, teams.security);
    const now = await asking('My withdrawal failed, error code: E1042');
    const { id: own } = await mei.call(tickets.create, {
      body: { conversationId: now.id, subject: 'Withdrawal', category, fields: { error_code: 'E1042' } },
    });
    const { similar } = await offered(now.id);
    expect(similar.map((it) => it.id)).toEqual([first, plain]);
    expect(similar.map((it) => it.id)).not.toContain(own);
    expect(similar[0]).toMatchObject({
      because: expect.arrayContaining(['error_code', 'category']),
      solvedBy: expect.stringContaining('network was congested'),
    });
    expect(similar[1]?.solvedBy).toBeNull();
    expect((await offered(now.id, lead)).similar.map((it) => it.id)).toContain(hidden);
  });
});
