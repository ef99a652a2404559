import { endpoints } from '@fairlead/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox } from '../../testing/mailbox.ts';
import { type Market, startMarket } from '../../testing/start-market.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestCustomer } from '../../testing/world.ts';

/** Customers set alerts, the market moves, and they are told: once, by the ways that they chose, when they want to. */
const { alerts, chat } = endpoints;
let market: Market;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let server: TestServer;
let inbox: { key: string; secret: string };

beforeAll(async () => {
  market = await startMarket();
  mailbox = await openMailbox();
  server = await createTestServer({ EXCHANGE_URL: market.url, SMTP_URL: mailbox.url });
  inbox = await server.world.inbox({ team: await server.world.team() });
});
afterAll(() => market.stop());
beforeEach(() => {
  market.silence(false);
  price(60_000);
  server.clock.advance({ minutes: 2 });
});

const price = (last: number, open = last) => void market.prices.set('BTC', { last, open });
const sweep = (minutes = 1) => {
  server.clock.advance({ minutes });
  return server.platform.jobs.turn('alerts.sweep');
};
let uid = 66_000_000;
async function somebody(): Promise<{ customer: TestCustomer; email: string }> {
  const sub = `${++uid}`;
  const email = `c${sub}@example.com`;
  const identity = await server.world.identity(inbox.secret, { sub, email });
  return { customer: await server.world.customer(inbox.key, { identity }), email };
}
async function open(customer: TestCustomer): Promise<{ params: { id: string } }> {
  const start = { key: 'start-start', text: 'Help', attachmentIds: [], topic: null, locale: 'en' as const };
  const { conversation } = await customer.call(chat.start, { body: start });
  return { params: { id: conversation.id } };
}
const query = { query: { locale: 'en' as const } };
const mine = (customer: TestCustomer) => customer.call(alerts.mine, query);
const above = { kind: 'price_above', asset: 'btc', threshold: '61000', repeats: false } as const;
const told = async (customer: TestCustomer) =>
  (await mine(customer)).notices.map((it) => it.text.split('\n')[0]);
const wishes = {
  byChat: true,
  byEmail: true,
  timeZone: 'UTC',
  quiet: null,
  networksThroughQuiet: true,
  brief: null,
  stopped: false,
};
const lettersTo = (email: string) => mailbox.letters.filter((it) => it.to === email);

describe('an alert', () => {
  test('is told of in the open chat and by a letter, once', async () => {
    const { customer, email } = await somebody();
    const at = await open(customer);
    const set = await customer.call(alerts.create, { body: above });
    expect(set).toMatchObject({ asset: 'BTC', threshold: '61000', state: 'active', firings: 0 });
    await sweep();
    expect(await told(customer)).toEqual([]);
    price(61_500);
    await sweep();
    await sweep();
    expect(await told(customer)).toEqual(['BTC has risen above 61,000 USDT and stands at 61,500 USDT.']);
    await expect.poll(() => lettersTo(email).length, { timeout: 20_000 }).toBe(1);
    const [letter] = lettersTo(email);
    expect(letter?.text).toContain('BTC has risen above 61,000 USDT');
    expect(letter?.headers).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    const { items: messages } = await customer.call(chat.messages, { ...at, query: {} });
    const said = messages.filter((it) => it.text.includes('risen above'));
    expect(said.map((it) => it.author.type)).toEqual(['bot']);
    expect((await mine(customer)).alerts).toMatchObject([{ state: 'done', firings: 1 }]);
  });

  test('that repeats is told of again only after the market has gone back, and its rest', async () => {
    const { customer } = await somebody();
    await customer.call(alerts.create, { body: { ...above, repeats: true, cooldownMinutes: 30 } });
    const path: Array<[number, number]> = [
      [61_500, 1],
      [62_000, 60],
      [60_500, 1],
      [61_500, 1],
    ];
    const counts: number[] = [];
    for (const [at, minutes] of path) {
      price(at);
      await sweep(minutes);
      counts.push((await told(customer)).length);
    }
    expect(counts).toEqual([1, 1, 1, 2]);
  });

  test('of what is so already rests until it is not', async () => {
    const { customer } = await somebody();
    price(65_000);
    const set = await customer.call(alerts.create, { body: above });
    expect(set.state).toBe('resting');
    await sweep();
    expect(await told(customer)).toEqual([]);
    price(60_000);
    await sweep();
    price(65_000);
    await sweep();
    expect(await told(customer)).toHaveLength(1);
  });

  test('on an hour is measured against a price of an hour ago, and against nothing else', async () => {
    const { customer } = await somebody();
    await customer.call(alerts.create, {
      body: { kind: 'moved_hour', asset: 'BTC', threshold: '5', repeats: false },
    });
    price(70_000);
    // Nobody looked for three hours: it is not known when it moved.
    await sweep(180);
    expect(await told(customer)).toEqual([]);
    price(80_000);
    await sweep(60);
    expect(await told(customer)).toEqual(['BTC has moved +14.29% within an hour and stands at 80,000 USDT.']);
  });

  test('on a day goes by the exchange’s own', async () => {
    const { customer } = await somebody();
    await customer.call(alerts.create, {
      body: { kind: 'moved_day', asset: 'BTC', threshold: '5', repeats: false },
    });
    price(54_000, 60_000);
    await sweep();
    expect(await told(customer)).toEqual(['BTC has moved -10% within 24 hours and stands at 54,000 USDT.']);
  });

  test('on networks tells of what is suspended and reopened, and of no old news', async () => {
    const { customer } = await somebody();
    const body = { kind: 'networks', asset: 'BTC', threshold: null, network: 'hbtc', repeats: true } as const;
    const set = await customer.call(alerts.create, { body });
    expect(set.network).toEqual({ id: 'hbtc', name: 'ERC20' });
    const gates = (name: string, deposits: boolean) =>
      market.networks.set(name, { name: name === 'hbtc' ? 'ERC20' : 'BTC', deposits, withdrawals: true });
    await sweep();
    await sweep(6);
    gates('hbtc', false);
    gates('btc', false);
    await sweep(6);
    expect(await told(customer)).toEqual(['BTC on ERC20: deposits are suspended.']);
    gates('hbtc', true);
    await sweep(6);
    expect((await told(customer))[0]).toBe('BTC on ERC20: deposits are open again.');
    gates('hbtc', false);
    // Longer than anybody looks away.
    await sweep(40);
    gates('btc', true);
    await sweep(6);
    expect(await told(customer)).toHaveLength(2);
    gates('hbtc', true);
  });

  test('tells of nothing while the exchange is silent', async () => {
    const { customer } = await somebody();
    await customer.call(alerts.create, { body: above });
    price(70_000);
    market.silence(true);
    await sweep(5);
    expect(await told(customer)).toEqual([]);
    expect(await customer.refused(alerts.create, { body: above })).toBe('server.unavailable');
  });

  test('asks the market once, however many there are', async () => {
    const { customer } = await somebody();
    for (const threshold of ['61000', '62000', '63000', '64000'])
      await customer.call(alerts.create, { body: { ...above, threshold } });
    await sweep(10);
    const before = market.asked();
    // Prices only: assets are known for some minutes.
    await sweep(0.5);
    expect(market.asked() - before).toBe(1);
  });

  test('is refused where it makes no sense', async () => {
    const { customer } = await somebody();
    const refusal = (body: object) => customer.refused(alerts.create, { body: { ...above, ...body } });
    expect(await refusal({ asset: 'NONE' })).toBe('alert.asset_unknown');
    expect(await refusal({ threshold: null })).toBe('request.invalid');
    expect(await refusal({ kind: 'moved_day', threshold: '0.05' })).toBe('request.invalid');
    expect(await refusal({ endsAt: '2020-01-01T00:00:00.000Z' })).toBe('request.invalid');
    expect(await refusal({ kind: 'networks', threshold: null, network: 'trc20' })).toBe(
      'alert.asset_unknown',
    );
    for (let count = 0; count < 20; count++) await customer.call(alerts.create, { body: above });
    expect(await refusal({})).toBe('alert.too_many');
  });

  test('is paused, taken up again and removed by its customer, and by nobody else', async () => {
    const { customer } = await somebody();
    const { id } = await customer.call(alerts.create, { body: above });
    const at = { params: { id } };
    const other = (await somebody()).customer;
    expect(await other.refused(alerts.change, { ...at, body: { paused: true } })).toBe('alert.not_found');
    expect(await other.refused(alerts.remove, at)).toBe('alert.not_found');
    expect((await mine(other)).alerts).toEqual([]);
    expect((await customer.call(alerts.change, { ...at, body: { paused: true } })).state).toBe('paused');
    price(70_000);
    await sweep();
    expect(await told(customer)).toEqual([]);
    expect((await customer.call(alerts.change, { ...at, body: { paused: false } })).state).toBe('active');
    await customer.call(alerts.remove, at);
    await sweep();
    expect(await told(customer)).toEqual([]);
    expect(await customer.refused(alerts.remove, at)).toBe('alert.not_found');
  });

  test('is for those whom the exchange vouches for', async () => {
    const visitor = await server.world.customer(inbox.key);
    expect(await visitor.refused(alerts.mine, query)).toBe('exchange.customer_not_verified');
    expect(await visitor.refused(alerts.create, { body: above })).toBe('exchange.customer_not_verified');
    expect(await visitor.refused(alerts.prefer, { body: wishes })).toBe('exchange.customer_not_verified');
    expect(await visitor.refused(alerts.brief, query)).toBe('exchange.customer_not_verified');
  });
});

describe('a customer', () => {
  test('is told after their quiet hours of all that was held, in one letter', async () => {
    const { customer, email } = await somebody();
    const at = await open(customer);
    const now = server.clock.now();
    const from = now.getUTCHours() * 60 + now.getUTCMinutes();
    await customer.call(alerts.prefer, { body: { ...wishes, quiet: { from, until: (from + 60) % 1440 } } });
    await customer.call(alerts.create, { body: above });
    await customer.call(alerts.create, { body: { ...above, threshold: '62000' } });
    price(61_500);
    await sweep();
    price(62_500);
    await sweep();
    expect(await told(customer)).toHaveLength(2);
    const { rows } = await server.platform.database.raw(
      `select distinct due_at, chat_done_at from alert_notices where customer_id = '${customer.id}'`,
    );
    expect(rows).toEqual([{ due_at: expect.any(Date), chat_done_at: null }]);
    server.clock.advance({ minutes: 60 });
    // The queue goes by the database's clock: what waits for the hour is asked for now.
    await server.platform.database.raw(
      `update pgboss.job set start_after = now() where name = 'alerts.tell' and data->>'customerId' = '${customer.id}'`,
    );
    await expect.poll(() => lettersTo(email).length, { timeout: 20_000 }).toBe(1);
    expect(lettersTo(email)[0]?.text.match(/has risen above/g)).toHaveLength(2);
    const { items: messages } = await customer.call(chat.messages, { ...at, query: {} });
    expect(messages.filter((it) => it.text.includes('has risen above'))).toHaveLength(1);
  });

  test('stops everything by the link of a letter, by one click, and takes it back', async () => {
    const { customer, email } = await somebody();
    await customer.call(alerts.create, { body: { ...above, repeats: true } });
    price(61_500);
    await sweep();
    await expect.poll(() => lettersTo(email).length, { timeout: 20_000 }).toBe(1);
    const letter = lettersTo(email)[0]?.headers.replace(/\r?\n\s+/g, ' ') ?? '';
    const token = /unsubscribe\/([^>\s]+)>/.exec(letter)?.[1] ?? '';
    const forged = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await server.nobody.refused(alerts.stop, { params: { token: `${forged}x` } })).toBe(
      'access.link_expired',
    );
    const click = await fetch(`${server.url}/unsubscribe/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(click.status).toBe(204);
    const { preferences, optedInAt } = await mine(customer);
    expect([preferences.stopped, optedInAt]).toEqual([true, expect.any(String)]);
    price(60_000);
    await sweep(120);
    price(65_000);
    await sweep();
    expect(await told(customer)).toHaveLength(1);
    await customer.call(alerts.prefer, { body: { ...wishes, stopped: false } });
    await sweep();
    price(60_000);
    await sweep();
    price(65_000);
    await sweep();
    expect((await told(customer)).length).toBeGreaterThan(1);
  });

  test('whose mail program only opens the link comes to a page, and nothing is stopped', async () => {
    const { customer } = await somebody();
    const opened = await fetch(`${server.url}/unsubscribe/abc`, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([302, '/portal/alerts/stop#stop=abc']);
    expect((await mine(customer)).preferences.stopped).toBe(false);
  });

  test('gets a brief at their hour, once, without advice', async () => {
    const { customer, email } = await somebody();
    const hour = (server.clock.now().getUTCHours() + 1) % 24;
    const brief = { hour, assets: ['btc'] };
    const kept = await customer.call(alerts.prefer, { body: { ...wishes, brief } });
    expect(kept.brief).toEqual({ hour, assets: ['BTC'] });
    const turn = () => server.platform.jobs.turn('alerts.briefs');
    await turn();
    expect(await told(customer)).toEqual([]);
    server.clock.advance({ minutes: 61 });
    await turn();
    await turn();
    expect(await told(customer)).toEqual(['Your market brief']);
    await expect.poll(() => lettersTo(email).length, { timeout: 20_000 }).toBe(1);
    expect(lettersTo(email)[0]?.text).toContain('not investment advice');
    const wrong = { ...wishes, brief: { hour, assets: ['NONE'] } };
    expect(await customer.refused(alerts.prefer, { body: wrong })).toBe('alert.asset_unknown');
    const { text } = await customer.call(alerts.brief, { query: { locale: 'de' } });
    expect(text).toContain('keine Anlageberatung');
    // A morning that is hours late is none.
    server.clock.advance({ minutes: 60 * 27 });
    await turn();
    const { rows } = await server.platform.database.raw(
      `select occasion from alert_notices where customer_id = '${customer.id}'`,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('in the chat', () => {
  /** Verified, and with the assistant. */
  async function talker() {
    const desk = await server.world.inbox({ team: await server.world.team(), assistant: true });
    const sub = `${++uid}`;
    const identity = await server.world.identity(desk.secret, { sub });
    const customer = await server.world.customer(desk.key, { identity });
    let id: string | undefined;
    return {
      customer,
      say: async (text: string) => {
        const body = { key: `say ${text}`.slice(0, 60).padEnd(8, '.'), text, attachmentIds: [] };
        const { conversation } = id
          ? await customer.call(chat.post, { params: { id }, body })
          : await customer.call(chat.start, { body: { ...body, topic: null, locale: 'en' } });
        id = conversation.id;
        await server.settle();
        const { items } = await customer.call(chat.messages, { params: { id }, query: {} });
        return items.findLast((it) => it.author.type === 'bot');
      },
    };
  }

  test('an alert is set after the customer has agreed, told of there, and stopped by a word', async () => {
    const { customer, say } = await talker();
    const asked = await say('tell me when BTC rises above 61,000');
    expect(asked?.text).toContain('Shall I tell you once when BTC rises above 61,000 USDT?');
    expect(asked?.quickReplies).toContain('Yes, please');
    expect((await mine(customer)).alerts).toEqual([]);
    expect((await say('Yes, please'))?.text).toContain('I will tell you when BTC rises above 61,000 USDT.');
    expect((await mine(customer)).alerts).toMatchObject([
      { threshold: '61000', repeats: false, state: 'active' },
    ]);
    expect((await say('show my alerts'))?.text).toContain('BTC above 61,000 USDT');
    await say('stop all my price alerts');
    expect((await mine(customer)).preferences.stopped).toBe(false);
    expect((await say('yes'))?.text).toContain('All of your market alerts and briefs are stopped.');
    expect((await mine(customer)).preferences.stopped).toBe(true);
  });

  test('who does not agree has none, and what was agreed to before counts for nothing', async () => {
    const { customer, say } = await talker();
    await say('alert me when BTC goes over 70k');
    expect((await say('No, leave it'))?.text).toContain('nothing was changed');
    await say('tell me when BTC falls below 50000 USDT');
    await say('Yes, please');
    expect((await say('alert me when BTC goes over 72k'))?.text).toContain('Shall I tell you');
    expect((await mine(customer)).alerts.map((it) => it.threshold)).toEqual(['50000']);
  });

  test.each([
    [
      'tell me when BTC moves 5% within an hour',
      'Shall I tell you once when BTC moves 5% within an hour?',
      'moved_hour',
    ],
    ['let me know if BTC swings 7.5% in 24 hours', 'when BTC moves 7.5% within 24 hours?', 'moved_day'],
    [
      'tell me when BTC withdrawals are suspended',
      'deposits or withdrawals of BTC are suspended',
      'networks',
    ],
  ])('“%s” is asked about, and set', async (text, question, kind) => {
    const { customer, say } = await talker();
    expect((await say(text))?.text).toContain(question);
    expect((await mine(customer)).alerts).toEqual([]);
    expect((await say('Yes, please'))?.text).toContain('I will tell you when');
    expect((await mine(customer)).alerts).toMatchObject([{ kind, asset: 'BTC', state: 'active' }]);
  });

  test.each([
    'tell me when BTC rises above 71000 USDT',
    '比特币涨到 71000 USDT 时告诉我',
    'BTC 漲到 71000 USDT 時告訴我',
    'BTCが71000 USDTを超えたら教えて',
    '비트코인이 71000 USDT를 넘으면 알려줘',
    'сообщи, когда биткоин поднимется выше 71000 USDT',
    'avísame cuando bitcoin suba por encima de 71000 USDT',
    'báo tôi khi BTC vượt 71000 USDT',
  ])('“%s” is understood in its language', async (text) => {
    const { customer, say } = await talker();
    const asked = await say(text);
    expect(asked?.text.replace(/[.,\s\u00a0\u202f]/g, '')).toMatch(/BTC.*71000|71000.*BTC/);
    const [yes = ''] = asked?.quickReplies ?? [];
    await say(yes);
    expect((await mine(customer)).alerts).toMatchObject([
      { kind: 'price_above', asset: 'BTC', threshold: '71000' },
    ]);
  });

  test('by the endpoint of flows nothing is set, nor said to be', async () => {
    const { customer } = await talker();
    const slots = { alert: 'above', asset: 'BTC', level: '61000', confirmed: 'yes' } as const;
    const run = await customer.call(endpoints.flows.run, {
      params: { flow: 'alerts' },
      body: { slots, locale: 'en' },
    });
    expect(run.outcome).toBe('page');
    expect((await mine(customer)).alerts).toEqual([]);
  });
});
