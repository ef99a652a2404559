import { endpoints } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import {
  announcementDesk,
  decide,
  draft,
  lettersTo,
  move,
  publish,
  read,
  refuse,
  server,
  soon,
  subscriber,
  write,
  writer,
} from './announcements.testing.ts';

const { announcements, announcementSubscriptions: subscriptions } = endpoints;
announcementDesk();

const counts = async (id: string) => (await read(id)).letters;
/** Letters begin with their subject. */
const subjects = (email: string) => lettersTo(email).map((it) => it.text.split(/\r?\n/)[0]);
const stopLink = (text: string) => /#stop=([\w.-]+)/.exec(text)?.[1] ?? '';
async function finished(id: string) {
  await soon(async () => expect((await counts(id))?.waiting).toBe(0));
}

describe('letters', () => {
  test('reach who chose the topic, each in their language, once, and again with a correction and the withdrawal', async () => {
    const [english, vietnamese, other] = [
      await subscriber(['listing']),
      await subscriber(['listing'], 'vi'),
      await subscriber(['risk']),
    ];
    const id = await draft('SOL listed', { helpCenter: true, email: true });
    await write(id, 'vi', 'Niêm yết SOL');
    await publish(id);
    await finished(id);
    expect(subjects(english.email)).toEqual(['SOL listed']);
    expect(subjects(vietnamese.email)).toEqual(['Niêm yết SOL']);
    expect(subjects(other.email)).toEqual([]);
    const [letter] = lettersTo(english.email);
    expect(letter?.headers).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    expect(letter?.text).toContain('/announcements/en/listing-');

    await server.platform.jobs.turn('announcements.due');
    const late = await subscriber(['listing']);
    await move(id, 'correct');
    await write(id, 'en', 'SOL listed on Monday');
    const version = (await read(id)).version;
    await writer.call(announcements.reviewText, { params: { id, locale: 'vi' }, body: { version } });
    await publish(id);
    await finished(id);
    expect(subjects(english.email)).toEqual(['SOL listed', 'Correction: SOL listed on Monday']);
    expect(subjects(late.email)).toEqual([]);
    await decide(id, 'withdraw');
    await finished(id);
    expect(subjects(english.email).at(-1)).toBe('Withdrawn: SOL listed on Monday');
    expect(subjects(vietnamese.email)).toHaveLength(3);
  });

  test('stop by one click for their topic, and by the page for all', async () => {
    const { customer, email } = await subscriber(['listing', 'risk']);
    const first = await draft('First', { email: true });
    await publish(first);
    await finished(first);
    const token = stopLink(lettersTo(email)[0]?.text ?? '');
    // As a mail program does it.
    const clicked = await fetch(`${server.url}/unsubscribe/announcements/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(clicked.status).toBe(204);
    expect((await customer.call(subscriptions.mine)).kinds).toEqual(['risk']);
    const second = await draft('Second', { email: true });
    await publish(second);
    await finished(second);
    expect(subjects(email)).toEqual(['First']);
    await server.nobody.call(subscriptions.stop, { params: { token }, body: { all: true } });
    expect(await customer.call(subscriptions.mine)).toMatchObject({ kinds: [], state: 'none' });
    await expect(
      server.nobody.call(subscriptions.stop, { params: { token: `${token}x` }, body: { all: true } }),
    ).rejects.toThrow('access.link_expired');
  });

  test('do not leave any more for who stops while they wait', async () => {
    const { customer, email } = await subscriber(['listing']);
    const id = await draft('Stopped meanwhile', { email: true });
    await move(id, 'submit');
    await decide(id, 'approve');
    await customer.call(subscriptions.subscribe, { body: { kinds: [], locale: 'en' } });
    await move(id, 'publish');
    await soon(async () => expect((await counts(id))?.waiting ?? 0).toBe(0));
    expect(subjects(email)).toEqual([]);
  });

  test('that a node left with the mail server are sent once more, under the same name', async () => {
    const { customer, email } = await subscriber(['listing']);
    const id = await draft('Left behind', { email: true });
    await publish(id);
    await finished(id);
    await server.platform.database.raw(
      `update announcement_letters set state = 'sending', due_at = $3 where announcement_id = $1 and customer_id = $2`,
      [id, customer.id, new Date(server.clock.now().getTime() - 11 * 60_000)],
    );
    await server.platform.jobs.turn('announcements.due');
    await soon(() => expect(subjects(email)).toEqual(['Left behind', 'Left behind']));
    const names = lettersTo(email).flatMap((it) => /^Message-ID:\s*(\S+)/im.exec(it.headers)?.[1] ?? []);
    expect(new Set(names).size).toBe(1);
  });

  test('go no more to an address that the mail server does not know, until it is wished anew', async () => {
    const { customer, email } = await subscriber(['listing']);
    refuse(email);
    const id = await draft('Refused', { email: true });
    await publish(id);
    await soon(async () =>
      expect(await counts(id)).toMatchObject({ failed: 1, error: expect.stringContaining('5.1.1') }),
    );
    expect((await customer.call(subscriptions.mine)).state).toBe('suppressed');
    const next = await draft('Not tried', { email: true });
    await publish(next);
    await finished(next);
    expect((await counts(next))?.failed).toBe(0);
    const body = { kinds: ['listing' as const], locale: 'en' as const };
    expect((await customer.call(subscriptions.subscribe, { body })).state).toBe('active');
  });

  test('that are refused for now are tried again, and hold up no others', async () => {
    const { email } = await subscriber(['listing']);
    const id = await draft('Later', { email: true });
    await publish(id);
    await finished(id);
    await server.platform.database.raw(
      `update announcement_letters set state = 'waiting', attempts = 1, due_at = $2 where announcement_id = $1`,
      [id, new Date(server.clock.now().getTime() + 6 * 3_600_000)],
    );
    const next = await draft('Meanwhile', { email: true });
    await publish(next);
    await finished(next);
    expect(subjects(email)).toEqual(['Later', 'Meanwhile']);
    server.clock.advance({ minutes: 361 });
    await server.platform.jobs.turn('announcements.due');
    await finished(id);
    expect(subjects(email)).toEqual(['Later', 'Meanwhile', 'Later']);
  });

  test('are counted before they are sent', async () => {
    await subscriber(['risk'], 'ja');
    const count = async (audience: object) =>
      (
        await writer.call(announcements.audience, {
          body: { kind: 'risk', audience: audience as { who: 'all' } },
        })
      ).letters;
    expect(await count({ who: 'languages', locales: ['ja'] })).toBe(1);
    expect(await count({ who: 'languages', locales: ['ko'] })).toBe(0);
    expect(await count({ who: 'all' })).toBeGreaterThan(1);
  });
});

describe('an address that nobody vouches for', () => {
  async function typed(email: string) {
    const { customer } = await subscriber([]);
    await server.platform.database.raw(
      'update customers set email = $2, email_verified = false where id = $1',
      [customer.id, email],
    );
    return customer;
  }
  const wish = { body: { kinds: ['listing' as const], locale: 'en' as const } };

  test('is asked first, and sent something only once its holder says so', async () => {
    const email = 'typed@example.com';
    const customer = await typed(email);
    expect(await customer.call(subscriptions.subscribe, wish)).toMatchObject({ state: 'unconfirmed' });
    await soon(() => expect(lettersTo(email)).toHaveLength(1));
    await expect(customer.call(subscriptions.subscribe, wish)).rejects.toThrow('request.rate_limited');
    const before = await draft('Before', { email: true });
    await publish(before);
    await soon(async () => expect((await counts(before))?.waiting ?? 0).toBe(0));
    const token = /#confirm=([\w.-]+)/.exec(lettersTo(email)[0]?.text ?? '')?.[1] ?? '';
    await server.nobody.call(subscriptions.confirm, { body: { token } });
    expect(await customer.call(subscriptions.mine)).toMatchObject({
      state: 'active',
      email: 't…@example.com',
    });
    const after = await draft('After', { email: true });
    await publish(after);
    await soon(() => expect(subjects(email)).toContain('After'));
    expect(subjects(email)).not.toContain('Before');
  });

  test('is asked a few times a day, whoever types it', async () => {
    const email = 'flooded@example.com';
    for (let times = 0; times < 3; times++) await (await typed(email)).call(subscriptions.subscribe, wish);
    const fourth = await typed(email);
    await expect(fourth.call(subscriptions.subscribe, wish)).rejects.toThrow('request.rate_limited');
  });

  test('is not confirmed by a link that went to another', async () => {
    const customer = await typed('one@example.com');
    await customer.call(subscriptions.subscribe, wish);
    await soon(() => expect(lettersTo('one@example.com')).toHaveLength(1));
    const token = /#confirm=([\w.-]+)/.exec(lettersTo('one@example.com')[0]?.text ?? '')?.[1] ?? '';
    await server.platform.database.raw('update customers set email = $2 where id = $1', [
      customer.id,
      'two@example.com',
    ]);
    await expect(server.nobody.call(subscriptions.confirm, { body: { token } })).rejects.toThrow(
      'access.link_expired',
    );
  });

  test('cannot be where there is none', async () => {
    const { customer } = await subscriber([]);
    await server.platform.database.raw('update customers set email = null where id = $1', [customer.id]);
    await expect(customer.call(subscriptions.subscribe, wish)).rejects.toThrow('announcement.no_address');
  });
});
