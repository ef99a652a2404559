import { randomUUID } from 'node:crypto';
import { endpoints, type Locale, locales } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { simulatorKeys, startSimulator } from '../exchange/exchange.testing.ts';

/** Who says that their account was taken over hears at once how to freeze it, and goes to the security team. */
const { chat } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let inbox: { key: string; secret: string };
let security: string;

const cries: Record<Locale, string> = {
  en: 'my account has been hacked',
  'zh-CN': '我的账户被盗了',
  'zh-TW': '我的帳戶被盜了',
  ja: 'アカウントが乗っ取られました',
  ko: '제 계정이 해킹당했어요',
  ru: 'мой аккаунт взломали',
  es: 'han hackeado mi cuenta',
  vi: 'tài khoản của tôi bị hack',
  'pt-BR': 'minha conta foi hackeada',
  tr: 'hesabım çalındı',
  id: 'akun saya diretas',
  th: 'บัญชีของฉันถูกแฮก',
  fr: 'mon compte a été piraté',
  de: 'mein Konto wurde gehackt',
  ar: 'تم اختراق حسابي',
};

beforeAll(async () => {
  server = await createTestServer({
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
  });
  security = await server.world.team({ name: 'Security' });
  inbox = await server.world.inbox({
    team: await server.world.team(),
    securityTeam: security,
    assistant: true,
  });
});

async function cry(locale: Locale, uid: string | null) {
  const identity = uid ? await server.world.identity(inbox.secret, { sub: uid }) : undefined;
  const customer = await server.world.customer(inbox.key, { locale, ...(identity && { identity }) });
  const body = { key: randomUUID(), text: cries[locale], attachmentIds: [], topic: null, locale };
  const { conversation } = await customer.call(chat.start, { body });
  await server.settle();
  // What their ticket promises is known by now: only then are they told how long it takes.
  await server.settle();
  const { id } = conversation;
  const thread = await customer.call(chat.messages, { params: { id }, query: {} });
  return { ...thread, last: thread.items.findLast((it) => it.author.type === 'bot') };
}

test.each(locales)('in %s', async (locale) => {
  const [own, visitor] = [
    await cry(locale, String(40_000_000 + locales.indexOf(locale))),
    await cry(locale, null),
  ];
  for (const { conversation, last, items } of [own, visitor]) {
    expect(conversation.state).not.toBe('bot');
    expect(last?.sources).toEqual([{ title: expect.any(String), url: `/portal/freeze?lang=${locale}` }]);
    expect(last?.text).toMatch(/#\d+/);
    // Nobody is there, and a first answer to such a ticket is promised within the hour, not within the day of the inbox.
    expect(items.at(-1)?.system).toEqual({ key: 'queue_nobody', params: { hours: 1 } });
  }
  expect(visitor.last?.text).toContain('UID');
  expect(own.last?.text).not.toContain('UID');
});

test('where no exchange could be told, nobody is led to a page that can do nothing', async () => {
  const alone = await createTestServer();
  const key = (await alone.world.inbox({ team: await alone.world.team(), assistant: true })).key;
  const customer = await alone.world.customer(key, { locale: 'en' });
  const body = {
    key: randomUUID(),
    text: cries.en,
    attachmentIds: [],
    topic: null,
    locale: 'en' as const,
  };
  const { conversation } = await customer.call(chat.start, { body });
  await alone.settle();
  const { items } = await customer.call(chat.messages, { params: { id: conversation.id }, query: {} });
  const last = items.findLast((it) => it.author.type === 'bot');
  expect(last?.sources).toEqual([]);
  expect(last?.text).toContain('security settings');
});
