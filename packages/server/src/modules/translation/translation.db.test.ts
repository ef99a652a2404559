import { randomUUID } from 'node:crypto';
import { type BodyOf, endpoints, type Locale } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLive } from '../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { startTranslationServer, type TranslationServer } from './translation-server.testing.ts';

const { translation, chat, conversations } = endpoints;
let server: TestServer;
let provider: TranslationServer;
let lead: TestAgent;
let mei: TestAgent;
let stranger: TestAgent;
let inbox: { key: string };

const txid = '5b8e0c47a19d3f62e7048bd1c95a6f30724e8db16c9f05a3d28417e6bc90f35a';
const vietnamese = `Tôi đã nạp 100 USDT nhưng chưa nhận được tiền, mã là ${txid}`;

beforeAll(async () => {
  provider = await startTranslationServer();
  server = await createTestServer({ MODELS_AT: 'loopback' });
  const { world } = server;
  const team = await world.team();
  lead = await world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  stranger = await world.agent({ name: 'Stranger', teams: [await world.team()] });
  inbox = await world.inbox({ team });
});

beforeEach(() => {
  provider.asked.length = 0;
  provider.behave({ kind: 'says', say });
});

/** A small dictionary with which the provider answers; marks stay. */
function say(text: string): string {
  const marks = text.match(/\[P\d+\]/g) ?? [];
  if (text.startsWith('Tôi'))
    return `I have deposited ${marks[0]} but I have not received the money yet, the TXID is ${marks[1]}`;
  if (text.startsWith('Your deposit')) return `Khoản nạp ${marks[0]} của bạn chưa đủ xác nhận, vui lòng chờ.`;
  if (text.startsWith('Do not')) return 'Hãy gửi tiền đến địa chỉ này nhé bạn ơi.';
  return text;
}

const settings = (
  more: Partial<BodyOf<typeof translation.saveSettings>> = {},
): BodyOf<typeof translation.saveSettings> => ({
  provider: 'libretranslate',
  url: provider.url,
  model: '',
  seconds: 20,
  charactersPerDay: 100_000_000,
  languages: ['en', 'vi', 'zh-CN'],
  atOnce: false,
  tellCustomers: true,
  backCheck: false,
  ...more,
});
/** Another address each time, so that no cache or pause of an earlier test matters. */
let times = 0;
const setUp = (more: Partial<BodyOf<typeof translation.saveSettings>> = {}) =>
  lead.call(translation.saveSettings, { body: settings({ url: `${provider.url}/n${++times}`, ...more }) });

async function thread(text = vietnamese, locale: Locale = 'vi') {
  const customer = await server.world.customer(inbox.key, { locale: locale as 'en' });
  const { conversation, message } = await customer.call(chat.start, {
    body: { key: randomUUID(), text, attachmentIds: [], topic: null, locale },
  });
  await server.settle();
  return { customer, id: conversation.id, messageId: message.id };
}
const ask = (agent: TestAgent, it: { id: string; messageId: string }, to: Locale = 'en') =>
  agent.call(translation.translateMessage, { params: { id: it.id, messageId: it.messageId }, body: { to } });
const reply = (text: string, more: object = {}) => ({
  key: randomUUID(),
  kind: 'text' as const,
  text,
  seenSeq: 100,
  ...more,
});

describe('without a provider', () => {
  test('nothing is translated, and that is what is said', async () => {
    const it = await thread();
    expect(await ask(mei, it)).toEqual({ outcome: 'not_set_up', translation: null });
    const drafted = await mei.call(translation.draft, {
      params: { id: it.id },
      body: { text: 'Hello', from: 'en' },
    });
    expect(drafted).toEqual({ outcome: 'not_set_up', draft: null });
    expect(await mei.call(translation.ofConversation, { params: { id: it.id } })).toMatchObject({
      items: [],
      ready: false,
    });
  });
});

describe('setting it up', () => {
  test('the key is kept sealed, goes to no other place, and is in no event', async () => {
    const saved = await lead.call(translation.saveSettings, { body: settings({ key: 'very-secret-key' }) });
    expect(saved.keyKept).toBe(true);
    expect(JSON.stringify(saved)).not.toContain('very-secret');
    expect((await lead.call(translation.saveSettings, { body: settings() })).keyKept).toBe(true);
    const elsewhere = settings({ url: 'http://127.0.0.1:9' });
    expect((await lead.call(translation.saveSettings, { body: elsewhere })).keyKept).toBe(false);
    const rows = await server.platform.database
      .reader()
      .sql.selectFrom('events')
      .select('payload')
      .where('type', '=', 'translation.settings_changed')
      .execute();
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('very-secret');
  });

  test('a model needs a name, a provider an address', async () => {
    for (const wrong of [{ provider: 'openai_compatible' as const }, { url: '' }]) {
      const refused = lead.call(translation.saveSettings, { body: settings(wrong) });
      await expect(refused).rejects.toThrow('request.invalid');
    }
  });

  test('it can be tried before it is saved', async () => {
    const body = {
      settings: settings(),
      text: 'Your deposit of 5 USDT is late.',
      from: 'en',
      to: 'vi',
    } as const;
    expect(await lead.call(translation.trySettings, { body })).toMatchObject({
      outcome: 'translated',
      text: 'Khoản nạp 5 USDT của bạn chưa đủ xác nhận, vui lòng chờ.',
    });
    provider.behave({ kind: 'status', status: 403 });
    expect(await lead.call(translation.trySettings, { body })).toMatchObject({
      outcome: 'denied',
      text: null,
    });
  });
});

describe('what customers write', () => {
  test('is translated on request, kept, live for others, and what is exact never leaves', async () => {
    await setUp();
    const it = await thread();
    const watching = connectLive(server.url, { cookie: mei.cookie });
    await watching.hear((frame) => frame.t === 'welcome');
    const { outcome, translation: made } = await ask(mei, it);
    expect(outcome).toBe('translated');
    expect(made).toMatchObject({
      direction: 'in',
      locale: 'en',
      messageLocale: 'vi',
      score: 1,
      reasons: [],
      text: `I have deposited 100 USDT but I have not received the money yet, the TXID is ${txid}`,
    });
    const heard = await watching.hear((it) => it.t === 'event' && it.event.type === 'message.translated');
    expect(heard).toMatchObject({ event: { translation: made } });
    expect(JSON.stringify(provider.asked)).not.toContain(txid);
    expect(await ask(lead, it)).toEqual({ outcome: 'translated', translation: made });
    expect(provider.asked).toHaveLength(1);
    const { items } = await lead.call(translation.ofConversation, { params: { id: it.id } });
    expect(items).toEqual([made]);
  });

  test('only for who may see the conversation, and only what a customer wrote', async () => {
    const it = await thread();
    await expect(ask(stranger, it)).rejects.toThrow('conversation.not_found');
    const { message } = await mei.call(conversations.post, {
      params: { id: it.id },
      body: reply('A note', { kind: 'note' }),
    });
    await expect(ask(mei, { ...it, messageId: message.id })).rejects.toThrow(
      'conversation.message_not_found',
    );
  });

  test('the same words with another TXID come from the cache', async () => {
    await setUp();
    await ask(mei, await thread());
    const other = txid.replaceAll('5', '6');
    const { translation: made } = await ask(mei, await thread(vietnamese.replace(txid, other)));
    expect(made?.text).toContain(other);
    expect(provider.asked).toHaveLength(1);
  });

  test('one that loses a part is marked, with the reason, and not remembered', async () => {
    await setUp();
    provider.behave({ kind: 'says', say: (text) => say(text).replace('[P2]', '') });
    const it = await thread();
    const { translation: made } = await ask(mei, it);
    expect(made?.score).toBeLessThan(0.7);
    expect(made?.reasons).toEqual(expect.arrayContaining(['marks_broken', 'part_missing']));
    await ask(mei, await thread());
    expect(provider.asked).toHaveLength(2);
  });

  test.each([
    [429, 'rate_limited'],
    [456, 'quota_used_up'],
    [500, 'failed'],
  ])('%i: %s, and nothing is kept', async (status, outcome) => {
    await setUp();
    provider.behave({ kind: 'status', status });
    const it = await thread(`${vietnamese} ${status}`);
    expect(await ask(mei, it)).toEqual({ outcome, translation: null });
    expect((await mei.call(translation.ofConversation, { params: { id: it.id } })).items).toEqual([]);
  });

  test('one that fails again and again is left alone for a while', async () => {
    await setUp();
    provider.behave({ kind: 'garbage' });
    const it = await thread(`${vietnamese} nữa`);
    const outcomes = [];
    for (let at = 0; at < 6; at++) outcomes.push((await ask(mei, it)).outcome);
    expect(outcomes).toEqual(['failed', 'failed', 'failed', 'failed', 'paused', 'paused']);
    server.clock.advance({ seconds: 31 });
    expect((await ask(mei, it)).outcome).toBe('failed');
  });

  test('the day has so many characters', async () => {
    const { charactersToday } = await setUp();
    await setUp({ charactersPerDay: Math.max(1000, charactersToday) });
    const long = Array.from({ length: 40 }, () => 'tôi chưa nhận được tiền của mình').join(' ');
    expect((await ask(mei, await thread(long))).outcome).toBe('over_budget');
  });

  test('a language that is not offered', async () => {
    await setUp();
    expect((await ask(mei, await thread(), 'ja')).outcome).toBe('language_not_offered');
    expect((await ask(mei, await thread(), 'vi')).outcome).toBe('same_language');
  });
});

describe('what agents write', () => {
  const draft = async (id: string, text: string) =>
    (await mei.call(translation.draft, { params: { id }, body: { text, from: 'en' } })).draft;
  const good = 'Your deposit of 100 USDT does not have enough confirmations, please wait.';

  test('the customer gets the translation and its mark; what the agent wrote is kept', async () => {
    await setUp();
    const it = await thread();
    const made = await draft(it.id, good);
    expect(made).toMatchObject({
      from: 'en',
      to: 'vi',
      text: 'Khoản nạp 100 USDT của bạn chưa đủ xác nhận, vui lòng chờ.',
      mark: 'Nội dung được dịch máy từ Tiếng Anh.',
      score: 1,
    });
    if (!made) throw new Error('no draft');
    const { text } = made;
    const sent = await mei.call(conversations.post, {
      params: { id: it.id },
      body: reply(text, { translation: { id: made.id } }),
    });
    const seen = await it.customer.call(chat.messages, { params: { id: it.id }, query: {} });
    expect(seen.items.at(-1)).toMatchObject({ text, translatedFrom: 'en' });
    const { items } = await lead.call(translation.ofConversation, { params: { id: it.id } });
    expect(items).toMatchObject([
      {
        messageId: sent.message.id,
        direction: 'out',
        text: good,
        locale: 'en',
        messageLocale: 'vi',
        edited: false,
      },
    ]);
  });

  test('an older console says it in the text; where it is not the policy, nothing says it', async () => {
    await setUp();
    const it = await thread();
    const made = await draft(it.id, good);
    const post = (text: string, id = made?.id) =>
      mei.call(conversations.post, { params: { id: it.id }, body: reply(text, { translation: { id } }) });
    const told = `${made?.text}\n\n${made?.mark}`;
    expect((await post(told)).message).toMatchObject({ text: told, translatedFrom: null });
    const { items } = await mei.call(translation.ofConversation, { params: { id: it.id } });
    expect(items.at(-1)).toMatchObject({ edited: false, score: 1 });
    await setUp({ tellCustomers: false });
    const plain = await draft(it.id, good);
    expect(plain?.mark).toBeNull();
    expect((await post(plain?.text ?? '', plain?.id)).message).toMatchObject({
      text: plain?.text,
      translatedFrom: null,
    });
  });

  test('answers to choose from are translated along, in one request; the chosen one reads as the agent wrote it', async () => {
    await setUp();
    const it = await thread();
    provider.behave({
      kind: 'says',
      say: (text) =>
        ({ 'Yes, please': 'Vâng, làm ơn', 'Talk to a person': 'Gặp nhân viên' })[text] ?? say(text),
    });
    const body = { text: good, from: 'en' as const, replies: ['Yes, please', 'Talk to a  person'] };
    const { draft: made } = await mei.call(translation.draft, { params: { id: it.id }, body });
    expect(made?.replies).toEqual([
      { said: 'Yes, please', text: 'Vâng, làm ơn' },
      { said: 'Talk to a person', text: 'Gặp nhân viên' },
    ]);
    expect(provider.asked).toHaveLength(2);
    const quickReplies = ['Vâng, làm ơn', 'Gặp nhân viên ạ'];
    await mei.call(conversations.post, {
      params: { id: it.id },
      body: { ...reply(made?.text ?? '', { translation: { id: made?.id } }), quickReplies },
    });
    const { items } = await mei.call(translation.ofConversation, { params: { id: it.id } });
    expect(items.at(-1)?.replies).toEqual([
      { said: 'Yes, please', text: 'Vâng, làm ơn' },
      { said: 'Talk to a person', text: 'Gặp nhân viên ạ' },
    ]);
    const chosen = await it.customer.call(chat.post, {
      params: { id: it.id },
      body: { key: randomUUID(), text: 'Gặp nhân viên ạ', attachmentIds: [] },
    });
    provider.asked.length = 0;
    const read = await mei.call(translation.translateMessage, {
      params: { id: it.id, messageId: chosen.message.id },
      body: { to: 'en' },
    });
    expect(read.translation).toMatchObject({ text: 'Talk to a person', messageLocale: 'vi', score: 1 });
    expect(provider.asked).toEqual([]);
  });

  test('a low score is refused until somebody has seen it; nothing was sent before', async () => {
    await setUp({ tellCustomers: false });
    const it = await thread();
    const made = await draft(it.id, 'Do not send any coins to this address.');
    expect(made?.reasons).toContain('negation_lost');
    const body = (confirmed: boolean) =>
      reply(made?.text ?? '', { translation: { id: made?.id, confirmed } });
    const before = await mei.call(conversations.messages, { params: { id: it.id }, query: {} });
    await expect(mei.call(conversations.post, { params: { id: it.id }, body: body(false) })).rejects.toThrow(
      'translation.unsure',
    );
    const after = await mei.call(conversations.messages, { params: { id: it.id }, query: {} });
    expect(after.items).toEqual(before.items);
    await mei.call(conversations.post, { params: { id: it.id }, body: body(true) });
  });

  test('what the agent changes is checked anew, without the provider', async () => {
    await setUp({ tellCustomers: false });
    const it = await thread();
    const made = await draft(it.id, good);
    provider.asked.length = 0;
    const check = (text: string) =>
      mei.call(translation.checkDraft, { params: { id: it.id, draftId: made?.id ?? '' }, body: { text } });
    expect((await check('Khoản nạp 1000 USDT chưa đủ xác nhận, vui lòng chờ.')).reasons).toContain(
      'numbers_differ',
    );
    const better = 'Khoản nạp 100 USDT của quý khách chưa đủ xác nhận, xin vui lòng chờ.';
    expect(await check(better)).toEqual({ score: 1, reasons: [] });
    expect(provider.asked).toEqual([]);
    await mei.call(conversations.post, {
      params: { id: it.id },
      body: reply(better, { translation: { id: made?.id } }),
    });
    const { items } = await mei.call(translation.ofConversation, { params: { id: it.id } });
    expect(items.at(-1)).toMatchObject({ edited: true, score: 1 });
  });

  test('nobody sends by another’s draft, and no secret goes to a provider', async () => {
    await setUp();
    const it = await thread();
    const made = await draft(it.id, good);
    const post = lead.call(conversations.post, {
      params: { id: it.id },
      body: reply('x', { translation: { id: made?.id } }),
    });
    await expect(post).rejects.toThrow('translation.draft_gone');
    provider.asked.length = 0;
    await expect(draft(it.id, 'Please tell me your password and seed phrase.')).rejects.toThrow(
      'conversation.message_asks_for_secret',
    );
    expect(provider.asked).toEqual([]);
  });

  test('a translation back is compared where that is asked for', async () => {
    await setUp({ backCheck: true, tellCustomers: false });
    provider.behave({
      kind: 'says',
      say: (text) => (text.startsWith('Your') ? say(text) : 'Buy three red fish tomorrow on the market'),
    });
    const it = await thread();
    const made = await draft(
      it.id,
      'Your deposit of 77 USDT does not have enough confirmations, please wait.',
    );
    expect(made?.reasons).toContain('back_differs');
  });
});

describe('the glossary', () => {
  test('each edit is a version; who edits an old one is refused', async () => {
    const first = await lead.call(translation.glossary, {});
    expect(first.version).toBe(0);
    expect(first.concepts.length).toBeGreaterThan(100);
    expect(first.keep).toContain('HTX');
    const { concepts, keep } = first;
    const body = { concepts: concepts.slice(0, 3), keep: [...keep, 'Moonbase'], basedOn: 0 };
    const second = await lead.call(translation.saveGlossary, { body });
    expect(second).toMatchObject({ version: 1, changed: { by: 'Lead' } });
    await expect(lead.call(translation.saveGlossary, { body })).rejects.toThrow(
      'translation.glossary_changed',
    );
    expect(await lead.call(translation.glossaryVersion, { params: { version: 0 } })).toEqual(first);
    const { items } = await lead.call(translation.glossaryVersions, {});
    expect(items).toMatchObject([{ version: 1, by: 'Lead' }]);
    await expect(lead.call(translation.glossaryVersion, { params: { version: 9 } })).rejects.toThrow(
      'request.not_found',
    );
  });

  test('a name to be kept stays out of what the provider is given', async () => {
    await setUp();
    await ask(mei, await thread('Tôi dùng Moonbase nhưng chưa nhận được 100 USDT'));
    expect(JSON.stringify(provider.asked)).not.toContain('Moonbase');
    expect(provider.asked).toHaveLength(1);
  });
});
