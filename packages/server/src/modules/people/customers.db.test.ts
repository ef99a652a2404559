import { randomUUID } from 'node:crypto';
import { type Customer, closeCodes, endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/database.ts';
import { connectLive, welcome } from '../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { addIdentityKey, issueCustomerToken, retireIdentityKey } from '../access/index.ts';
import { watchCustomerSockets } from './customer-sockets.ts';
import {
  beginVisitor,
  customerEmail,
  identifyCustomer,
  leaveAddress,
  matchVerified,
  mergeVisitorInto,
  readCustomers,
  touchCustomer,
  verifiedCustomer,
} from './index.ts';

const { people } = endpoints;
const inboxId = randomUUID();
let server: TestServer;
let agent: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  agent = await server.world.agent();
});

const write = <T>(body: (tx: Tx) => Promise<T>) => server.platform.database.write(body);
const visitor = () => write((tx) => beginVisitor(tx, { inboxId, channel: 'chat', locale: 'en' }));
const proof = (externalId: string, known: { name?: string; email?: string } = {}) => ({
  inboxId,
  channel: 'chat' as const,
  externalId,
  name: known.name ?? null,
  email: known.email ?? null,
  locale: 'vi' as const,
  tier: 'standard' as const,
});
const verified = async (externalId: string, known: { name?: string; email?: string } = {}) =>
  (await write((tx) => matchVerified(tx, proof(externalId, known)))).id;
const card = (id: string) => agent.call(people.getCustomer, { params: { id } });

describe('visitors and verified customers', () => {
  test('a visitor is what their browser says, tidied', async () => {
    const id = await write((tx) =>
      beginVisitor(tx, {
        inboxId,
        channel: 'chat',
        locale: 'ja',
        timeZone: 'Asia/Tokyo',
        page: { url: 'https://www.example.com/trade?token=1', title: 'BTC\u0000' },
      }),
    );
    expect(await card(id)).toMatchObject({
      name: null,
      externalId: null,
      verified: false,
      tier: 'standard',
      locale: 'ja',
      timeZone: 'Asia/Tokyo',
      page: { url: 'https://www.example.com/trade', title: 'BTC' },
      online: true,
      conversationCount: 0,
      identities: [],
    });
    await write((tx) => touchCustomer(tx, id, { locale: 'en', timeZone: 'nowhere' }));
    expect(await card(id)).toMatchObject({ locale: 'en', timeZone: 'Asia/Tokyo' });
  });

  test('facts of an account may be asked for of who is verified, also of the visitor whom they were', async () => {
    const of = (id: string) => verifiedCustomer(server.platform.database.reader(), id);
    const [guest, uid] = [await visitor(), randomUUID()];
    expect([await of(guest), await of(randomUUID())]).toEqual([null, null]);
    const id = await verified(uid);
    await write((tx) => mergeVisitorInto(tx, guest, id));
    expect([await of(id), await of(guest)]).toEqual([
      { id, uid },
      { id, uid },
    ]);
  });

  test('of many sessions that begin at once with one UID, one makes the customer', async () => {
    const uid = randomUUID();
    const matches = await Promise.all(
      Array.from({ length: 8 }, () => write((tx) => matchVerified(tx, proof(uid, { name: 'Linh' })))),
    );
    expect(new Set(matches.map((it) => it.id)).size).toBe(1);
    expect(matches.filter((it) => it.created)).toHaveLength(1);
    expect((await card(matches[0]?.id ?? '')).identities).toEqual([
      { channel: 'chat', address: uid, verified: true },
    ]);
  });

  test('the exchange’s word replaces what was known; its silence leaves it', async () => {
    const uid = randomUUID();
    const id = await verified(uid, { name: 'Linh', email: 'old@example.com' });
    await write((tx) => matchVerified(tx, { ...proof(uid, { email: 'new@example.com' }), tier: 'vip' }));
    expect(await card(id)).toMatchObject({
      name: 'Linh',
      email: 'new@example.com',
      tier: 'vip',
      verified: true,
    });
  });

  test('an address left by a customer never replaces one that the exchange vouched for', async () => {
    const id = await verified(randomUUID(), { email: 'vouched@example.com' });
    expect(await write((tx) => leaveAddress(tx, id, 'typed@example.com'))).toBe('vouched@example.com');
    expect(await customerEmail(server.platform.database.reader(), id)).toBe('vouched@example.com');
    const guest = await visitor();
    expect(await write((tx) => leaveAddress(tx, guest, 'first@example.com'))).toBe('first@example.com');
    expect(await write((tx) => leaveAddress(tx, guest, 'second@example.com'))).toBe('second@example.com');
    expect(await customerEmail(server.platform.database.reader(), guest)).toBe('second@example.com');
    expect(await card(id)).toMatchObject({ email: 'vouched@example.com', emailVerified: true });
    expect(await card(guest)).toMatchObject({ email: 'second@example.com', emailVerified: false });
  });

  test('whoever leaves an address hears which one is in force', async () => {
    const { world } = server;
    const inbox = await world.inbox({ team: await world.team() });
    const claims = { sub: randomUUID(), name: 'Bo', email: 'vouched@example.com' };
    const identity = await world.identity(inbox.secret, claims);
    const body = { email: 'typed@example.com' };
    const known = await world.customer(inbox.key, { identity });
    expect(await known.call(endpoints.chat.leaveAddress, { body })).toEqual({ email: 'vouched@example.com' });
    const guest = await world.customer(inbox.key);
    expect(await guest.call(endpoints.chat.leaveAddress, { body })).toEqual(body);
  });
});

describe('merging', () => {
  const merge = (from: string, into: string) => write((tx) => mergeVisitorInto(tx, from, into));

  test('makes a visitor the customer they turned out to be', async () => {
    const [from, into] = [await visitor(), await verified(randomUUID())];
    await write((tx) => leaveAddress(tx, from, 'typed@example.com'));
    expect(await merge(from, into)).toBe(true);
    expect((await card(from)).id).toBe(into);
    expect((await card(into)).email).toBe('typed@example.com');
    // The address is still only typed: the exchange's word goes over it.
    expect(await write((tx) => leaveAddress(tx, into, 'corrected@example.com'))).toBe(
      'corrected@example.com',
    );
    const [fact] = await server.platform.database
      .reader()
      .sql.selectFrom('events')
      .select(['payload', 'subject_id'])
      .where('type', '=', 'customer.merged')
      .where('subject_id', '=', into)
      .execute();
    expect(fact?.payload).toEqual({ fromCustomerId: from, toCustomerId: into });
    const identities = await server.platform.database
      .reader()
      .sql.selectFrom('channel_identities')
      .select('address')
      .where('customer_id', '=', into)
      .execute();
    expect(identities.map((it) => it.address)).toContain(from);
  });

  test('is refused into oneself, of the verified, into a visitor, of nobody, and twice', async () => {
    const [guest, other] = [await visitor(), await visitor()];
    const [first, second] = [await verified(randomUUID()), await verified(randomUUID())];
    expect(await merge(first, first)).toBe(false);
    expect(await merge(first, second)).toBe(false);
    expect(await merge(guest, other)).toBe(false);
    expect(await merge(randomUUID(), first)).toBe(false);
    expect(await merge(guest, first)).toBe(true);
    expect(await merge(guest, second)).toBe(false);
    expect((await card(guest)).id).toBe(first);
  });

  test('of two at once, one happens', async () => {
    const guest = await visitor();
    const customers = [await verified(randomUUID()), await verified(randomUUID())];
    const merged = await Promise.all(customers.map((into) => merge(guest, into)));
    expect(merged.filter(Boolean)).toHaveLength(1);
  });
});

describe('identifying', () => {
  const browserKey = 'a-browser-key-of-thirty-two-bytes';
  const addKey = () =>
    write((tx) => addIdentityKey(tx, server.platform.keys, inboxId, { algorithm: 'HS256' }));
  const identify = async (customerId: string, keyId: string | null, from = browserKey) => {
    const session = { customerId, inboxId, keyId, browserKey };
    const token = await issueCustomerToken(server.platform, session);
    return identifyCustomer(server.platform, { token, browserKey: from });
  };

  test('by the token and the browser it was issued to', async () => {
    const [guest, known] = [await visitor(), await verified(randomUUID())];
    const { key } = await addKey();
    expect(await identify(guest, null)).toMatchObject({
      type: 'customer',
      id: guest,
      verified: false,
      inboxId,
    });
    expect(await identify(known, key.id)).toMatchObject({ id: known, verified: true, inboxId });
    expect(await identify(known, null)).toMatchObject({ verified: false });
    expect(await identify(guest, null, 'another-browser-key-of-32-bytes')).toEqual({ type: 'nobody' });
    expect(await identifyCustomer(server.platform, { token: 'x.y.z', browserKey })).toEqual({
      type: 'nobody',
    });
  });

  test('nobody whom a retired key vouched for', async () => {
    const known = await verified(randomUUID());
    const { key } = await addKey();
    expect(await identify(known, key.id)).toMatchObject({ id: known, session: { vouchedBy: key.id } });
    await write((tx) => retireIdentityKey(tx, inboxId, key.id));
    expect(await identify(known, key.id)).toEqual({ type: 'nobody' });
    expect(await identify(known, randomUUID())).toEqual({ type: 'nobody' });
  });

  test('nobody who is gone or merged away', async () => {
    const guest = await visitor();
    const into = await verified(randomUUID());
    await write((tx) => mergeVisitorInto(tx, guest, into));
    expect(await identify(guest, null)).toEqual({ type: 'nobody' });
    expect(await identify(randomUUID(), null)).toEqual({ type: 'nobody' });
  });
});

describe('search', () => {
  const search = async (q: string): Promise<Customer[]> => {
    const { items } = await agent.call(people.listCustomers, { query: { q } });
    return items;
  };

  test('finds by name, address and UID, and takes nothing typed for a wildcard', async () => {
    const linh = await verified('77120034', { name: 'Nguyễn Thùy Linh', email: 'thuy.linh@mail.example' });
    const odd = await verified('88130045', { name: '100%_sure \\o/', email: 'odd@mail.example' });
    const found = async (q: string) => (await search(q)).map((it) => it.id);
    for (const q of ['nguyen', 'LINH thuy', 'uy.li', '7712', '120034', '@mail.example linh']) {
      expect(await found(q)).toEqual([linh]);
    }
    for (const q of ['100%', '%_s', '\\o', '_sur']) expect(await found(q)).toEqual([odd]);
    for (const q of ['%%%', '___', "' or 1=1 --", 'linh\u0000%', 'nguyen 88130045'])
      expect(await found(q)).toEqual([]);
    await write((tx) => matchVerified(tx, proof('77120034', { name: 'Trần Linh' })));
    expect(await found('nguyen')).toEqual([]);
    expect(await found('tran')).toEqual([linh]);
  });

  test('pages through everyone once, newest contact first, though people come meanwhile', async () => {
    const made: string[] = [];
    for (let index = 0; index < 65; index++) {
      // Some at the same moment, so that the order must fall back on the id.
      if (index % 3 === 0) server.clock.advance({ seconds: 1 });
      made.push(await verified(`9550${String(index).padStart(3, '0')}`, { name: 'Pager' }));
    }
    const seen: Customer[] = [];
    let cursor: string | undefined;
    do {
      const page = await agent.call(people.listCustomers, {
        query: { q: 'pager', ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
      server.clock.advance({ seconds: 1 });
      await verified(randomUUID(), { name: 'Pager' });
    } while (cursor);
    expect(seen.map((it) => it.id).toSorted()).toEqual(made.toSorted());
    const order = seen.map((it) => it.lastSeenAt + it.id);
    expect(order).toEqual(order.toSorted().toReversed());
  });

  test('refuses a cursor that is none', async () => {
    expect(await agent.refused(people.listCustomers, { query: { cursor: 'nonsense' } })).toBe(
      'request.invalid',
    );
  });

  test('leaves out those merged away', async () => {
    const guest = await visitor();
    await write((tx) => leaveAddress(tx, guest, 'merged.away@mail.example'));
    const into = await verified(randomUUID(), { email: 'other@mail.example' });
    expect((await search('merged.away')).map((it) => it.id)).toEqual([guest]);
    await write((tx) => mergeVisitorInto(tx, guest, into));
    expect(await search('merged.away')).toEqual([]);
  });

  test('is for those who may read customers', async () => {
    const editor = await server.world.agent({ roles: ['knowledge_editor'] });
    expect(await editor.refused(people.listCustomers)).toBe('access.forbidden');
    expect(await editor.refused(people.getCustomer, { params: { id: randomUUID() } })).toBe(
      'access.forbidden',
    );
    expect(await agent.refused(people.getCustomer, { params: { id: randomUUID() } })).toBe(
      'people.not_found',
    );
  });
});

test('a customer is online while a socket is open, as the node that holds it says', async () => {
  const sockets = watchCustomerSockets(server.platform);
  const inbox = await server.world.inbox({ team: await server.world.team() });
  const customer = await server.world.customer(inbox.key);
  const { token } = customer.session;
  const client = connectLive(server.url, { token, browserKey: customer.browserKey });
  await client.hear(welcome);
  await sockets.beat();
  server.clock.advance({ seconds: 70 });
  expect((await card(customer.id)).online).toBe(true);
  await sockets.beat();
  server.clock.advance({ seconds: 70 });
  expect((await card(customer.id)).online).toBe(true);
  client.close();
  await expect.poll(() => server.platform.live.countOf(customer.id), { timeout: 10_000 }).toBe(0);
  await sockets.beat();
  server.clock.advance({ seconds: 31 });
  expect((await card(customer.id)).online).toBe(false);
});

test('the sockets of a visitor who was merged are closed, wherever they are open', async () => {
  const inbox = await server.world.inbox({ team: await server.world.team() });
  const guest = await server.world.customer(inbox.key);
  const client = connectLive(server.url, { token: guest.session.token, browserKey: guest.browserKey });
  await client.hear(welcome);
  const into = await verified(randomUUID());
  await write((tx) => mergeVisitorInto(tx, guest.id, into));
  await server.platform.relay.drain();
  expect(await client.closed()).toBe(closeCodes.refused);
});

describe('a visitor who was merged, and of whom no notice came', () => {
  let missed: () => void;
  let sockets: ReturnType<typeof watchCustomerSockets>;
  beforeAll(() => {
    // A second pair of eyes, whose bus was away.
    const bus = { ...server.platform.bus, onGap: (listener: () => void) => void (missed = listener) };
    sockets = watchCustomerSockets({ ...server.platform, bus });
  });

  async function open() {
    const inbox = await server.world.inbox({ team: await server.world.team() });
    const guest = await server.world.customer(inbox.key);
    const client = connectLive(server.url, { token: guest.session.token, browserKey: guest.browserKey });
    await client.hear(welcome);
    return { guest, client };
  }
  const merge = (id: string, into: string) =>
    server.platform.database.raw('update customers set merged_into = $2 where id = $1', [id, into]);

  test.each<[string, () => Promise<void>]>([
    ['where notices may have been missed', async () => missed()],
    ['with the next heartbeat', () => sockets.beat()],
  ])('has their sockets closed %s, and nobody else has', async (_, happens) => {
    const [{ guest, client }, other] = [await open(), await open()];
    await merge(guest.id, await verified(randomUUID()));
    server.clock.advance({ minutes: 2 });
    await happens();
    expect(await client.closed()).toBe(closeCodes.refused);
    expect(server.platform.live.countOf(other.guest.id)).toBe(1);
    other.client.close();
  });
});

test('summaries come for all who are asked, in one go', async () => {
  const [guest, known] = [await visitor(), await verified('60601', { name: 'Linh' })];
  const summaries = await readCustomers(server.platform.database.reader(), [guest, known, randomUUID()]);
  expect([...summaries.keys()].toSorted()).toEqual([guest, known].toSorted());
  expect(summaries.get(known)).toEqual({
    id: known,
    name: 'Linh',
    externalId: '60601',
    verified: true,
    tier: 'standard',
    locale: 'vi',
  });
});
