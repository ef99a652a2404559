import { endpoints, type Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import {
  announcementDesk,
  approver,
  decide,
  draft,
  move,
  publish,
  read,
  server,
  write,
} from './announcements.testing.ts';

/** What is announced and holds is a source for the assistant and for searches: with its day and its page, the newest first; nothing else is. */
announcementDesk();

const { assistant } = endpoints;
const ask = (text: string, locale: Locale = 'en') => approver.call(assistant.try, { body: { text, locale } });
const search = async (q: string, locale: Locale = 'en') => {
  const response = await fetch(`${server.url}/help/${locale}/search?q=${encodeURIComponent(q)}`);
  return response.text();
};
const question = 'was ZETA listed';

test('the assistant answers from it, with the day and the page, until it is withdrawn', async () => {
  expect((await ask(question)).sources).toEqual([]);
  const id = await draft('HTX lists ZETA');
  expect((await ask(question)).sources).toEqual([]);
  await publish(id);
  const { slug } = await read(id);
  const answer = await ask(question);
  expect(answer.sources[0]).toEqual({ title: 'HTX lists ZETA', url: `/announcements/en/${slug}` });
  expect(answer.text).toMatch(/^Announced on [A-Z][a-z]{2} \d{1,2}, \d{4}:\nHTX lists ZETA\n/);
  expect(await search('ZETA')).toContain(`href="/announcements/en/${slug}"`);
  // Another coin is another matter.
  expect((await ask('was THETA listed')).text).not.toContain('ZETA');

  await decide(id, 'withdraw');
  expect((await ask(question)).text).not.toContain('ZETA');
  expect(await search('ZETA')).not.toContain(slug);
});

test('it is said in the customer’s language, corrected, and the newest first', async () => {
  const first = await draft('HTX lists OMEGA');
  await write(first, 'vi', 'HTX niêm yết OMEGA');
  await publish(first);
  const answer = await ask('OMEGA đã được niêm yết chưa', 'vi');
  expect(answer.text).toContain('Thông báo ngày');
  expect(answer.sources[0]?.title).toBe('HTX niêm yết OMEGA');

  server.clock.advance({ minutes: 1 });
  await publish(await draft('OMEGA is listed against USDC too'));
  expect((await ask('is OMEGA listed')).sources.map((it) => it.title).slice(0, 2)).toEqual([
    'OMEGA is listed against USDC too',
    'HTX lists OMEGA',
  ]);

  await move(first, 'correct');
  await write(first, 'en', 'HTX lists OMEGA on Monday');
  await write(first, 'vi', 'HTX niêm yết OMEGA vào thứ Hai');
  server.clock.advance({ minutes: 1 });
  await publish(first);
  expect((await ask('is OMEGA listed')).sources[0]?.title).toBe('HTX lists OMEGA on Monday');
});

test('what is over is told to nobody', async () => {
  const bannerUntil = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
  await publish(await draft('HTX lists KAPPA', { helpCenter: true, banner: true, bannerUntil }));
  expect((await ask('is KAPPA listed')).text).toContain('KAPPA');
  server.clock.advance({ hours: 2 });
  expect((await ask('is KAPPA listed')).text).not.toContain('KAPPA');
});
