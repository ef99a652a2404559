import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/** What is sent twice at the same moment, by a double click or by two people, is done once, and the other is told so. */
let server: TestServer;
let ada: TestAgent;
let lea: TestAgent;
let max: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const team = await server.world.team();
  ada = await server.world.agent({ name: 'Ada', roles: ['administrator'], teams: [team] });
  lea = await server.world.agent({ name: 'Lea', roles: ['team_lead'], teams: [team] });
  max = await server.world.agent({ name: 'Max', roles: ['team_lead'], teams: [team] });
});

const { access, announcements, articles, official } = endpoints;
const texts = { en: { name: 'Deposits', description: '' } };

/** Both answers, the good one first; errors by their codes. */
async function twice(act: () => ReturnType<TestAgent['try']>, other = act): Promise<string[]> {
  const both = (await Promise.all([act(), other()])).map((it) => (it.ok ? 'done' : it.error.code));
  return both.toSorted((a, b) => Number(b === 'done') - Number(a === 'done'));
}

test.each<[string, () => ReturnType<TestAgent['try']>, string]>([
  [
    'an invitation',
    () =>
      ada.try(access.invite, {
        body: { email: 'twin@example.com', name: 'Twin', locale: 'en', roles: ['agent'] },
      }),
    'access.email_taken',
  ],
  [
    'a category of the help center',
    () => ada.try(articles.createCategory, { body: { slug: 'deposits', parentId: null, texts } }),
    'article.slug_taken',
  ],
  [
    'an official channel',
    () => ada.try(official.add, { body: { standing: 'official', kind: 'domain', value: 'twin.example' } }),
    'official.taken',
  ],
])('%s that is sent twice is made once', async (_what, act, refusal) => {
  expect(await twice(act)).toEqual(['done', refusal]);
});

test('an announcement is submitted and decided once, and never by who wrote it', async () => {
  const { id, version: first } = await lea.call(announcements.create, {
    body: {
      kind: 'listing',
      sourceLocale: 'en',
      text: { title: 'XYZ is listed', summary: 'XYZ', body: 'XYZ' },
    },
  });
  const params = { id };
  const now = async () => (await lea.call(announcements.read, { params })).version;
  const places = { helpCenter: true, banner: false, bannerUntil: null, email: false, posts: [] };
  await lea.call(announcements.change, { params, body: { version: first, places } });
  await lea.call(announcements.reviewText, { params: { id, locale: 'en' }, body: { version: await now() } });
  const draft = await now();
  const submit = () => lea.try(announcements.move, { params, body: { version: draft, move: 'submit' } });
  expect(await twice(submit)).toEqual(['done', 'announcement.changed']);
  const version = await now();
  const decide = (who: TestAgent, decision: 'approve' | 'send_back') => () =>
    who.try(announcements.decide, { params, body: { version, decision } });
  expect(await twice(decide(lea, 'approve'))).toEqual(['announcement.own_change', 'announcement.own_change']);
  expect(await twice(decide(max, 'approve'), decide(ada, 'send_back'))).toEqual([
    'done',
    'announcement.changed',
  ]);
});
