import { endpoints } from '@fairlead/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { customersFound } from '../people/index.ts';

/** Searching the inbox by who wrote, by number and by what was written. */
const { chat, conversations } = endpoints;
let server: TestServer;
let mei: TestAgent;
let linh: { id: string; number: number };
let wei: { id: string; number: number };

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  const team = await server.world.team();
  const inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ teams: [team] });
  const write = async (claims: { sub: string; name: string; email: string }, text: string) => {
    const identity = await server.world.identity(inbox.secret, claims);
    const customer = await server.world.customer(inbox.key, { identity });
    const { conversation } = await customer.call(chat.start, {
      body: { key: 'start-start', text, attachmentIds: [], topic: null, locale: 'en' },
    });
    return conversation;
  };
  linh = await write(
    { sub: '7700112', name: 'Nguyễn Thị Linh', email: 'linh@example.com' },
    'Tiền của tôi đâu?',
  );
  wei = await write({ sub: '8800223', name: '王伟', email: 'wei.wang@example.com' }, '提现还没有到账');
  await server.settle();
});

async function found(q: string) {
  const { items } = await mei.call(conversations.list, { query: { q } });
  return items.map((it) => it.id);
}

describe('a search of the inbox finds', () => {
  test.each([
    ['a name without its accents', 'nguyen', () => linh.id],
    ['a name with them', 'NGUYỄN', () => linh.id],
    ['words of a name in any order', 'linh nguyen', () => linh.id],
    ['the beginning of a short word', 'th', () => linh.id],
    ['a Chinese name', '王伟', () => wei.id],
    ['a piece of an e-mail address', 'wang@exam', () => wei.id],
    ['a UID', '8800223', () => wei.id],
    ['a number', () => `#${linh.number}`, () => linh.id],
    ['a word of a message', '到账', () => wei.id],
  ] as const)('%s', async (_, q, id) => {
    expect(await found(typeof q === 'string' ? q : q())).toEqual([id()]);
  });

  test.each(['nguyenx', '%', '_', 'linh wei', '  '])('nothing that was not asked for: "%s"', async (q) => {
    // A blank wish is no search: it is the list.
    expect(await found(q)).toEqual([]);
  });
});

test('a wish that finds thousands is answered page by page, open and closed alike, latest activity first', async () => {
  const { database } = server.platform;
  await database.raw(
    `with made as (
       insert into conversations (id, state, channel, inbox_id, language, locale, customer_id, team_id, created_at, last_activity_at)
       select gen_random_uuid(), case when n % 3 = 0 then 'queued' else 'closed' end, 'chat', inbox_id, 'en', 'en', customer_id,
         team_id, now(), date_trunc('milliseconds', now()) - (n / 2) * interval '1 minute'
       from conversations, generate_series(1, 2500) n where id = $1 returning id)
     insert into message_search (conversation_id, seq, tokens) select id, 1, to_tsvector('simple', 'chargeback') from made`,
    [linh.id],
  );
  const { rows } = await database.raw(
    `select id from conversations where id in (select conversation_id from message_search where tokens @@ 'chargeback')
     order by last_activity_at desc, id desc limit 250`,
  );
  const ids: string[] = [];
  for (let cursor: string | undefined; ids.length < 250; ) {
    const { items, next } = await mei.call(conversations.list, {
      query: { q: 'chargeback', limit: 50, cursor },
    });
    ids.push(...items.map((it) => it.id));
    cursor = next ?? undefined;
  }
  expect(ids).toEqual((rows as Array<{ id: string }>).map((row) => row.id));
  const [latest] = ids;
  expect((await found('nguyen')).length).toBe(50);
  expect(await found('nguyen')).toContain(latest);
});

test('a customer is found by the index, however many there are', async () => {
  const { database } = server.platform;
  await database.raw(`
    insert into customers (id, locale, first_seen_at, last_seen_at, name, search_text, search_grams)
    select gen_random_uuid(), 'en', now(), now(), h, ' ' || h, array['^' || left(h, 1), left(h, 3), right(h, 3)]
    from (select md5(n::text) as h from generate_series(1, 20000) n) as it`);
  await database.raw('vacuum analyze customers');
  const query = customersFound('nguyen');
  const { rows } = await sql<Record<string, string>>`explain ${query}`.execute(database.reader().sql);
  expect(JSON.stringify(rows)).toContain('customers_by_gram');
});
