import { endpoints, type Removal } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createKeys } from '../../../platform/crypto/secrets.ts';
import { openMailbox } from '../../../testing/mailbox.ts';
import { createTestServer, type TestServer, testSecret } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { openOriginal } from './seal-original.ts';

/** What was removed, said to be none, kept sealed, opened and erased. */
const { chat, conversations, shield } = endpoints;
const card = '4111 1111 1111 1111';
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const why = { reason: 'card_dispute' as const, note: 'The bank asks which card it was' };
let server: TestServer;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let address: string;
let inbox: { key: string };
let team: string;
let mei: TestAgent;
let admin: TestAgent;
let opener: TestAgent;
let keys = 0;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ SMTP_URL: mailbox.url });
  team = await server.world.team();
  inbox = await server.world.inbox({ team });
});
// Sessions end while the clock goes on.
beforeEach(signIn);
async function signIn() {
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  address = `ada-${++keys}@example.com`;
  admin = await server.world.agent({
    name: 'Ada',
    teams: [team],
    roles: ['administrator'],
    email: address,
  });
  opener = await server.world.agent({ name: 'Olu', teams: [team], roles: ['agent', 'seal_opener'] });
}

const save = (sealedKinds: Array<'card_number' | 'api_secret'>, more = {}) =>
  admin.call(shield.saveSettings, { body: { sealedKinds, keepDays: 7, openingsADay: 2, ...more } });

async function write(text: string) {
  const customer = await server.world.customer(inbox.key);
  const body = {
    key: `sealed-${++keys}-${'x'.repeat(8)}`,
    text,
    attachmentIds: [],
    topic: null,
    locale: 'en' as const,
  };
  const { conversation, message } = await customer.call(chat.start, { body });
  const at = { id: conversation.id, messageId: message.id };
  const removals = async () => (await mei.call(shield.ofMessage, { params: at })).items;
  return { customer, id: conversation.id, removals, first: first(await removals()) };
}
function first(removals: readonly Removal[]): Removal {
  const [one] = removals;
  if (!one) throw new Error('nothing was removed');
  return one;
}
const open = (who: TestAgent, id: string, removalId: string) =>
  who.try(shield.open, { params: { id, removalId }, body: why });

describe('what was removed', () => {
  test('is told of by message and mark, without what it was', async () => {
    await save([]);
    const { removals } = await write(`password: Hunter22! and ${card}`);
    const items = await removals();
    expect(items.map((it) => [it.kind, it.place, it.certainty, it.sealedUntil])).toEqual([
      ['password', 0, 'likely', null],
      ['card_number', 1, 'certain', null],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Hunter22|4111/);
  });

  test('is said to be no secret, which counts and takes back, and puts nothing back', async () => {
    const { id, first, removals } = await write('password: Hunter22!');
    const at = { id, removalId: first.id };
    const reported = await mei.call(shield.reportFalse, { params: at, body: { was: true } });
    expect(reported.reported?.by.name).toBe('Mei');
    const { items } = await admin.call(shield.counts, { query: {} });
    expect(items.find((it) => it.kind === 'password')?.falseAlarms).toBe(1);
    const thread = await mei.call(conversations.messages, { params: { id }, query: {} });
    expect(thread.items[0]?.text).toBe('password: [[removed:password]]');
    await mei.call(shield.reportFalse, { params: at, body: { was: false } });
    expect((await removals())[0]?.reported).toBeNull();
  });

  test('of another conversation is not found', async () => {
    const [one, other] = [await write(card), await write(card)];
    const crossed = { id: one.id, removalId: other.first.id };
    const body = { was: true };
    expect(await mei.refused(shield.reportFalse, { params: crossed, body })).toBe('shield.not_found');
    const stranger = await server.world.agent({ roles: ['agent', 'seal_opener'] });
    const at = { id: one.id, removalId: one.first.id };
    expect(await stranger.refused(shield.reportFalse, { params: at, body })).toBe('conversation.not_found');
    expect(await stranger.refused(shield.open, { params: at, body: why })).toBe('conversation.not_found');
  });

  test('is counted by week, kind, channel and language', async () => {
    const before = await counted('keystore');
    const file =
      '{"crypto":{"cipher":"aes-128-ctr","ciphertext":"' + 'ab'.repeat(32) + '","kdf":"scrypt","mac":"cd"}}';
    await write(`my file ${file}`);
    expect((await counted('keystore')) - before).toBe(1);
  });
  test('is held back by browsers too, which say so by kind, channel and language and nothing else', async () => {
    const body = { kinds: ['seed_phrase', 'password', 'password'], channel: 'portal', locale: 'ja' } as const;
    await server.nobody.call(shield.heldBack, { body: { ...body, kinds: [...body.kinds] } });
    await server.nobody.call(shield.heldBack, { body: { ...body, kinds: ['password'] } });
    const { items } = await admin.call(shield.counts, { query: { weeks: 1 } });
    const told = items.filter((it) => it.channel === 'portal' && it.locale === 'ja');
    expect(told.map((it) => [it.kind, it.count, it.heldBack])).toEqual([
      ['password', 0, 2],
      ['seed_phrase', 0, 1],
    ]);
    const { rows } = await server.platform.database.raw('select * from shield_held_back', []);
    expect(Object.keys(rows[0] ?? {})).toEqual(['day', 'kind', 'channel', 'locale', 'count']);
    // No more than an address may: what is told by strangers does not grow without end.
    const more = () => server.nobody.call(shield.heldBack, { body: { ...body, kinds: ['keystore'] } });
    const refused = await Promise.allSettled(Array.from({ length: 40 }, more));
    expect(refused.filter((it) => it.status === 'fulfilled')).toHaveLength(28);
  });
  const counted = async (kind: string) =>
    (await admin.call(shield.counts, { query: { weeks: 1 } })).items
      .filter((it) => it.kind === kind && it.channel === 'chat' && it.locale === 'en')
      .reduce((sum, it) => sum + it.count, 0);
});

describe('a sealed original', () => {
  test('is kept of a kind that is switched on, opened for a reason, and told to administrators', async () => {
    await save(['card_number']);
    const { id, first } = await write(`it is ${card}`);
    expect(first.sealedUntil).not.toBeNull();
    const { rows } = await server.platform.database.raw('select * from shield_removals where id = $1', [
      first.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain('4111');
    expect(await open(opener, id, first.id)).toMatchObject({ ok: true, body: { text: card, left: 1 } });
    const { items } = await admin.call(shield.openings, {});
    expect(items[0]).toMatchObject({ by: { name: 'Olu' }, kind: 'card_number', conversationId: id, ...why });
    const events = await server.platform.database.raw(
      `select payload from events where type = 'shield.seal_opened' and subject_id = $1`,
      [id],
    );
    expect(events.rows).toHaveLength(1);
    expect(JSON.stringify(events.rows)).not.toContain('4111');
    const letter = await letterTo(address);
    expect(letter.text).toMatch(/Hello Ada[\s\S]*Olu opened an original[\s\S]*console\/settings\/shield/);
    expect(letter.text).not.toContain('4111');
  });

  test('opens under a new root secret, once its key is wrapped anew under that one alone', async () => {
    await save(['card_number']);
    const { first } = await write(card);
    const SECRET = 'another-root-secret-of-32-characters-or-so';
    const both = await createTestServer({ SECRET, SECRET_BEFORE: testSecret, ROLE: 'web' }, server);
    await both.platform.jobs.turn('shield.rewrap-keys');
    const { rows } = await server.platform.database.raw(
      'select data_key_under as under from shield_removals where id = $1',
      [first.id],
    );
    expect(rows).toEqual([{ under: both.platform.keys.sealedUnder }]);
    const { rows: kept } = await server.platform.database.raw(
      'select sealed, data_key as "dataKey" from shield_removals where id = $1',
      [first.id],
    );
    const [original] = kept as Array<{ sealed: string; dataKey: string }>;
    if (!original) throw new Error('nothing was kept');
    expect(openOriginal(createKeys(SECRET), first.id, original)).toBe(card);
  });

  test('is answered so that nothing keeps it', async () => {
    await save(['card_number']);
    const { id, first } = await write(card);
    const response = await fetch(`${server.url}/api/conversations/${id}/removals/${first.id}/openings`, {
      method: 'POST',
      headers: { ...opener.headers, 'content-type': 'application/json' },
      body: JSON.stringify(why),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('opens to nobody who was not given the right, be they administrator', async () => {
    await save(['card_number']);
    const { id, first } = await write(card);
    for (const who of [mei, admin])
      expect(await open(who, id, first.id)).toMatchObject({ error: { code: 'access.forbidden' } });
    const noNote = { params: { id, removalId: first.id }, body: { ...why, note: 'short' } };
    expect(await opener.refused(shield.open, noNote)).toBe('request.invalid');
  });

  test('opens a few times a day, counted together', async () => {
    await save(['card_number']);
    const { id, first } = await write(card);
    const tries = await Promise.all([1, 2, 3, 4].map(() => open(opener, id, first.id)));
    expect(tries.filter((it) => it.ok)).toHaveLength(2);
    expect(tries.find((it) => !it.ok)).toMatchObject({ error: { code: 'shield.openings_used_up' } });
    // Long ago is not today.
    await server.platform.database.raw(
      `update shield_openings set opened_at = opened_at - interval '25 hours' where agent_id = $1`,
      [opener.id],
    );
    expect(await open(opener, id, first.id)).toMatchObject({ ok: true });
  });

  test('is never kept of a seed phrase, nor taken as a wish', async () => {
    const body = { sealedKinds: ['seed_phrase' as 'card_number'], keepDays: 7, openingsADay: 2 };
    expect(await admin.refused(shield.saveSettings, { body })).toBe('request.invalid');
    await save(['card_number', 'api_secret']);
    const { id, first } = await write(phrase);
    expect(first.sealedUntil).toBeNull();
    expect(await open(opener, id, first.id)).toMatchObject({ error: { code: 'shield.not_found' } });
  });

  test('is erased when its time is over, when its kind is switched off, and with its conversation', async () => {
    await save(['card_number']);
    const old = await write(card);
    server.clock.advance({ hours: 7 * 24 + 1 });
    await signIn();
    expect(await open(opener, old.id, old.first.id)).toMatchObject({ error: { code: 'shield.not_found' } });
    await server.platform.jobs.turn('shield.erase-overdue');
    expect(await kept(old.first.id)).toBe(false);

    const off = await write(card);
    expect(await kept(off.first.id)).toBe(true);
    await save(['api_secret']);
    expect(await kept(off.first.id)).toBe(false);

    await save(['card_number']);
    const sooner = await write(card);
    await save(['card_number'], { keepDays: 1 });
    const until = (await sooner.removals())[0]?.sealedUntil ?? '';
    expect(new Date(until).getTime() - server.clock.now().getTime()).toBeLessThanOrEqual(24 * 3_600_000);
    const found = await server.platform.database.raw(
      `select confdeltype from pg_constraint where conrelid = 'shield_removals'::regclass and contype = 'f'`,
    );
    expect(found.rows).toEqual([{ confdeltype: 'c' }]);
  });

  async function letterTo(to: string) {
    for (;;) {
      const letter = await mailbox.next();
      if (letter.to === to) return letter;
    }
  }
  const kept = async (id: string) => {
    const { rows } = await server.platform.database.raw(
      'select 1 from shield_removals where id = $1 and (sealed is not null or data_key is not null)',
      [id],
    );
    return rows.length > 0;
  };
});
