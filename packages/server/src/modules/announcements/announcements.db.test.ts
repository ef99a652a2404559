import { endpoints } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { startTranslationServer } from '../translation/translation-server.testing.ts';
import {
  announcementDesk,
  approver,
  channelTexts,
  decide,
  draft,
  move,
  nowhere,
  publish,
  read,
  server,
  soon,
  telegramPost,
  visitor,
  words,
  world,
  write,
  writer,
} from './announcements.testing.ts';

const { announcements } = endpoints;
announcementDesk();

describe('a post', () => {
  test('waits as long as the platform asks, and arrives once', async () => {
    Object.assign(world.faults, { busy: 1, retryAfter: 1 });
    const id = await draft('Busy', { posts: [telegramPost()] });
    await publish(id);
    await soon(() => expect(channelTexts().filter((it) => it === 'Busy')).toHaveLength(1));
    await soon(async () => expect((await read(id)).results).toMatchObject([{ state: 'sent' }]));
  });

  test('that is refused says so in the platform’s words, until it is tried again', async () => {
    world.faults.blocked = true;
    const id = await draft('Blocked', { posts: [telegramPost()] });
    await publish(id);
    const [failed] = await soon(async () => {
      const { results } = await read(id);
      expect(results).toMatchObject([{ state: 'failed', error: 'Forbidden: bot was blocked by the user' }]);
      return results;
    });
    const { items } = await writer.call(announcements.list, { query: {} });
    expect(items.find((it) => it.id === id)?.troubled).toBe(true);
    world.faults.blocked = false;
    const params = { id, resultId: failed?.id ?? '' };
    await writer.call(announcements.retry, { params });
    await soon(() => expect(channelTexts()).toContain('Blocked'));
    await soon(async () => expect((await read(id)).results).toMatchObject([{ state: 'sent' }]));
    await expect(writer.call(announcements.retry, { params })).rejects.toThrow('announcement.not_failed');
  });

  test('that is gone when it is corrected is followed by one that says so', async () => {
    const id = await draft('Gone', { posts: [telegramPost()] });
    await publish(id);
    const [post] = await soon(async () => {
      const { results } = await read(id);
      expect(results).toMatchObject([{ state: 'sent' }]);
      return results;
    });
    world.remove(world.channel.id, Number(post?.link?.split('/').at(-1)));
    await move(id, 'correct');
    await write(id, 'en', 'Gone, corrected');
    await publish(id);
    await soon(() => expect(channelTexts()).toContain('Correction: Gone, corrected'));
  });

  test('that waits for a platform is not posted any more once it is withdrawn', async () => {
    Object.assign(world.faults, { busy: 1, retryAfter: 3_600 });
    const id = await draft('Not any more', { posts: [telegramPost()] });
    await publish(id);
    await soon(async () =>
      expect((await read(id)).results).toMatchObject([
        { state: 'waiting', error: 'Too Many Requests: retry after 3600' },
      ]),
    );
    await decide(id, 'withdraw');
    await soon(async () => expect((await read(id)).results).toMatchObject([{ state: 'withdrawn' }]));
    expect(channelTexts()).not.toContain('Not any more');
  });

  test('goes where a correction goes: places of what was published do not change', async () => {
    const id = await draft('Fixed', { posts: [telegramPost()] });
    await publish(id);
    await move(id, 'correct');
    const { version } = await read(id);
    const body = { version, places: { ...nowhere, helpCenter: true } };
    await expect(writer.call(announcements.change, { params: { id }, body })).rejects.toThrow(
      'announcement.state_refused',
    );
  });
});

describe('an announcement', () => {
  test('is written, approved by another, published, corrected and withdrawn', async () => {
    const id = await draft('BTC listed', { helpCenter: true, posts: [telegramPost()] });
    await move(id, 'submit');
    expect((await read(id)).state).toBe('in_review');
    await decide(id, 'approve');
    expect(await read(id)).toMatchObject({ state: 'approved', approvedBy: { name: 'Lena' } });
    expect(await move(id, 'publish')).toMatchObject({ state: 'published', edition: 1 });
    await soon(() => expect(channelTexts()).toContain('BTC listed'));
    await soon(async () =>
      expect((await read(id)).results).toMatchObject([{ state: 'sent', edition: 1, error: null }]),
    );

    await move(id, 'correct');
    await write(id, 'en', 'BTC listed on Monday');
    expect(channelTexts()).toContain('BTC listed');
    await publish(id);
    await soon(() => expect(channelTexts()).toContain('BTC listed on Monday'));
    expect(channelTexts()).not.toContain('BTC listed');
    expect(await read(id)).toMatchObject({ state: 'corrected', edition: 2 });
    const { items } = await writer.call(announcements.editions, { params: { id } });
    expect(items.map((it) => [it.edition, it.texts[0]?.title, it.approvedBy?.name])).toEqual([
      [2, 'BTC listed on Monday', 'Lena'],
      [1, 'BTC listed', 'Lena'],
    ]);

    await decide(id, 'withdraw');
    await soon(() => expect(channelTexts()).not.toContain('BTC listed on Monday'));
    await soon(async () => expect((await read(id)).results).toMatchObject([{ state: 'withdrawn' }]));
  });

  test('is not approved by who wrote it, or any of them', async () => {
    const id = await draft('Two of them');
    await write(id, 'en', 'Written by the lead', approver);
    await move(id, 'submit');
    await expect(decide(id, 'approve')).rejects.toThrow('announcement.own_change');
    const third = await server.world.agent({ roles: ['team_lead'] });
    expect((await decide(id, 'approve', third)).state).toBe('approved');
  });

  test('is not approved by who may only write', async () => {
    const id = await draft('No right');
    await move(id, 'submit');
    await expect(decide(id, 'approve', writer)).rejects.toThrow('access.forbidden');
  });

  test('refuses what somebody else has overtaken, and what its state forbids', async () => {
    const id = await draft('Overtaken');
    const params = { id };
    await expect(
      writer.call(announcements.change, { params, body: { version: 1, kind: 'risk' } }),
    ).rejects.toThrow('announcement.changed');
    await expect(move(id, 'publish')).rejects.toThrow('announcement.state_refused');
    await move(id, 'submit');
    await expect(write(id, 'en', 'While in review')).rejects.toThrow('announcement.state_refused');
    await move(id, 'take_back');
    await write(id, 'en', 'Back');
    await writer.call(announcements.remove, { params });
    await expect(read(id)).rejects.toThrow('announcement.not_found');
  });

  test('goes nowhere while something of it is missing', async () => {
    const none = await draft('Nowhere', nowhere);
    await expect(move(none, 'submit')).rejects.toThrow('announcement.goes_nowhere');
    const post = await draft('In no such language', { posts: [telegramPost('ja')] });
    await expect(move(post, 'submit')).rejects.toThrow('announcement.text_missing');
    const long = await draft('Long', { posts: [telegramPost()] });
    const params = { id: long, locale: 'en' as const };
    const body = { ...words('Long'), body: 'x'.repeat(4_100), version: (await read(long)).version };
    await writer.call(announcements.saveText, { params, body });
    await expect(move(long, 'submit')).rejects.toThrow('announcement.too_long');
    const past = await draft('Past', undefined, { publishAt: '2020-01-01T00:00:00.000Z' });
    await expect(move(past, 'submit')).rejects.toThrow('announcement.schedule_past');
  });

  test('asks that every language is reviewed, and anew when the source says something else', async () => {
    const id = await draft('Source');
    await write(id, 'vi', 'Bản dịch');
    await write(id, 'en', 'Source, changed');
    expect((await read(id)).texts.map((it) => [it.locale, it.state])).toEqual([
      ['en', 'reviewed'],
      ['vi', 'outdated'],
    ]);
    await expect(move(id, 'submit')).rejects.toThrow('announcement.not_reviewed');
    const { version } = await read(id);
    await writer.call(announcements.reviewText, { params: { id, locale: 'vi' }, body: { version } });
    expect((await move(id, 'submit')).state).toBe('in_review');
  });

  test('comes out by itself at its moment, and not before', async () => {
    const publishAt = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    const id = await draft('On time', { helpCenter: true }, { publishAt });
    await move(id, 'submit');
    expect((await decide(id, 'approve')).state).toBe('scheduled');
    await server.platform.jobs.turn('announcements.due');
    expect((await read(id)).state).toBe('scheduled');
    server.clock.advance({ minutes: 61 });
    await server.platform.jobs.turn('announcements.due');
    expect(await read(id)).toMatchObject({ state: 'published', edition: 1 });
  });

  test('comes out at its moment though one that was due before it cannot, which comes out once it can', async () => {
    const { database, jobs } = server.platform;
    const due = async (title: string, minutes: number) => {
      const publishAt = new Date(server.clock.now().getTime() + minutes * 60_000).toISOString();
      const id = await draft(title, { helpCenter: true }, { publishAt });
      await move(id, 'submit');
      await decide(id, 'approve');
      return id;
    };
    const [held, other] = [await due('Held', 5), await due('Behind it', 6)];
    await database.raw(
      `alter table announcement_editions add constraint held check (announcement_id <> '${held}')`,
    );
    server.clock.advance({ minutes: 7 });
    await jobs.turn('announcements.due');
    expect((await read(other)).state).toBe('published');
    expect((await read(held)).state).toBe('scheduled');
    await database.raw('alter table announcement_editions drop constraint held');
    await jobs.turn('announcements.due');
    expect((await read(held)).state).toBe('published');
  });

  test('says again what was published where a correction is dropped', async () => {
    const id = await draft('Kept');
    await publish(id);
    await move(id, 'correct');
    await write(id, 'en', 'Not wanted');
    await write(id, 'ja', '不要');
    await move(id, 'drop');
    const shown = await read(id);
    expect([shown.state, shown.texts.map((it) => it.title)]).toEqual(['published', ['Kept']]);
  });

  test('shows in lists by state and kind', async () => {
    const id = await draft('Listed draft', { helpCenter: true }, { kind: 'risk' });
    const { items } = await writer.call(announcements.list, { query: { state: 'draft', kind: 'risk' } });
    expect(items.map((it) => it.id)).toContain(id);
    const other = await writer.call(announcements.list, { query: { state: 'published', kind: 'risk' } });
    expect(other.items.map((it) => it.id)).not.toContain(id);
  });
});

describe('a machine', () => {
  test('translates for people to review; what it cannot is said', async () => {
    const provider = await startTranslationServer();
    provider.behave({ kind: 'says', say: (text) => `vi: ${text}` });
    const lead = await server.world.agent({ roles: ['team_lead'] });
    const id = await draft('Good morning everybody');
    const wish = async (locales: Array<'vi' | 'th'>) =>
      writer.call(announcements.translate, {
        params: { id },
        body: { version: (await read(id)).version, locales },
      });
    await expect(wish(['vi'])).rejects.toThrow('announcement.not_translated');
    await lead.call(endpoints.translation.saveSettings, {
      body: {
        provider: 'libretranslate',
        url: provider.url,
        model: '',
        seconds: 5,
        charactersPerDay: 1_000_000,
        languages: ['en', 'vi'],
        atOnce: false,
        tellCustomers: true,
        backCheck: false,
      },
    });
    const made = await wish(['vi', 'th']);
    expect(made.missing).toEqual(['th']);
    const text = made.announcement.texts.find((it) => it.locale === 'vi');
    expect(text).toMatchObject({ state: 'machine', title: 'vi: Good morning everybody' });
    await expect(move(id, 'submit')).rejects.toThrow('announcement.not_reviewed');
  });
});

describe('a banner', () => {
  const seen = async (who: Awaited<ReturnType<typeof visitor>>, locale: 'en' | 'vi' = 'en') =>
    (await who.call(announcements.banner, { query: { locale } })).items.map((it) => it.title);

  test('stands for those whom it concerns, until it ends or is withdrawn', async () => {
    const bannerUntil = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    const id = await draft('Maintenance tonight', { banner: true, bannerUntil });
    const audience = { who: 'languages', locales: ['vi'] };
    const vi = await draft('Chỉ tiếng Việt', { banner: true }, { audience });
    await publish(id);
    await publish(vi);
    const customer = await visitor();
    expect(await seen(customer)).toEqual(['Maintenance tonight']);
    expect(await seen(customer, 'vi')).toEqual(['Chỉ tiếng Việt', 'Maintenance tonight']);
    await decide(vi, 'withdraw');
    server.clock.advance({ minutes: 61 });
    expect(await seen(customer, 'vi')).toEqual([]);
  });

  test('for who uses an asset shows to nobody of whom that is not known', async () => {
    const audience = { who: 'asset', asset: 'btc' };
    const id = await draft('BTC only', { banner: true }, { audience });
    await publish(id);
    expect(await seen(await visitor())).toEqual([]);
  });
});
