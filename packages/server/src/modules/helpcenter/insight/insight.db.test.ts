import { endpoints, type Locale } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../platform/crypto/ids.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { makeArticle, makeCategory, publish, save } from '../helpcenter.testing.ts';

/** What editors learn of readers: from searches, openings, votes and what waits. */
const { articles, chat, help, helpInsight } = endpoints;
let server: TestServer;
let editor: TestAgent;
let analyst: TestAgent;
let category: { id: string };
let inbox: { key: string };

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.world.agent({ roles: ['knowledge_editor'] });
  analyst = await server.world.agent({ roles: ['analyst'] });
  category = await makeCategory(editor);
  inbox = await server.world.inbox({ team: await server.world.team() });
});

const search = (text: string, locale: Locale = 'en', place: 'pages' | 'agents' = 'pages') =>
  server.nobody.call(help.search, { query: { text, locale, final: 'true', place } });
const nothingFound = async (query: { days?: number; locale?: Locale } = {}) =>
  (await analyst.call(helpInsight.searches, { query: { ...query, outcome: 'empty' } })).items;
const unopened = async () =>
  (await analyst.call(helpInsight.searches, { query: { outcome: 'unopened' } })).items.map((it) => it.words);
/** What an ask answers once a node has heard of a change, or has written what it counted. */
function eventually<T>(ask: () => Promise<T>) {
  return expect.poll(
    async () => {
      await server.settle();
      return ask();
    },
    { timeout: 10_000 },
  );
}

describe('searches', () => {
  test('that found nothing are counted by their words however they are written, by language, beside the days before', async () => {
    await search('Rút Xyzzy');
    await search('rut   xyzzy!');
    await search('rút xyzzy');
    await search('xyzzy', 'ja');
    await search('xyzzy of agents', 'en', 'agents');
    await server.platform.database.raw(
      `update help_searches set searched_at = searched_at - interval '1 day' where text = 'rut xyzzy!'`,
      [],
    );
    const counted = (await nothingFound({ days: 1 })).map(({ words, locale, count }) => ({
      words,
      locale,
      count,
    }));
    expect(counted).toEqual([
      { words: 'rút xyzzy', locale: 'en', count: { now: 2, before: 1 } },
      { words: 'xyzzy', locale: 'ja', count: { now: 1, before: 0 } },
    ]);
    expect((await nothingFound({ days: 7 })).map(({ count }) => count.now)).toEqual([3, 1]);
    expect((await nothingFound({ locale: 'ja' })).map(({ words }) => words)).toEqual(['xyzzy']);
    const overview = await analyst.call(helpInsight.overview, { query: { days: 1 } });
    expect(overview).toMatchObject({
      searches: { now: 3, before: 1 },
      empty: { now: 3, before: 1 },
      unopened: { now: 0, before: 0 },
    });
  });

  test('that found something show until an article is opened from one', async () => {
    const { slug } = await makeArticle(editor, category.id, { title: 'Plugh and its uses', published: true });
    await eventually(async () => (await search('plugh')).items.map((it) => it.slug)).toContain(slug);
    const { searchId } = await search('plugh');
    expect(await unopened()).toEqual(['plugh']);
    await server.nobody.call(help.opened, { params: { slug }, body: { locale: 'en', searchId } });
    expect(await unopened()).toEqual([]);
  });
});

test('an article that a customer opened before they began a conversation counts as one that did not help, once', async () => {
  const { id, slug } = await makeArticle(editor, category.id, { published: true });
  const [asks, reads, late] = await Promise.all([1, 2, 3].map(() => server.world.customer(inbox.key)));
  const opened = { params: { slug }, body: { locale: 'en' as const } };
  const begin = (who: typeof asks) =>
    who?.call(chat.start, { body: { key: newId(), text: 'Still not here', locale: 'en' } });
  await eventually(async () => (await asks?.try(help.opened, opened))?.ok).toBe(true);
  await late?.call(help.opened, opened);
  await server.platform.database.raw(
    `update article_openings set opened_at = opened_at - interval '61 minutes' where customer_id = $1`,
    [late?.id],
  );
  for (const who of [reads, editor]) await who?.call(help.opened, opened);
  await begin(asks);
  await begin(late);
  const line = async () => {
    const { items } = await analyst.call(helpInsight.texts, { query: { by: 'contacts' } });
    return items.find((it) => it.articleId === id);
  };
  await eventually(line).toMatchObject({ slug, locale: 'en', views: { now: 3, before: 0 }, contacts: 1 });
  const { rows } = await server.platform.database.raw(
    'select customer_id from article_openings where article_id = $1',
    [id],
  );
  expect(rows).toEqual([{ customer_id: reads?.id }]);
  expect(
    await server.nobody.refused(help.opened, { params: { slug: 'nowhere' }, body: { locale: 'en' } }),
  ).toBe('article.not_found');
});

test('votes against an article are read with their reasons, without what names anybody', async () => {
  const { id, slug } = await makeArticle(editor, category.id, { published: true });
  const vote = { locale: 'en' as const, helpful: false, reason: 'incomplete' as const };
  await eventually(async () => {
    const body = { ...vote, comment: 'Ask anna@example.com, she knows' };
    return (await server.nobody.try(help.vote, { params: { slug }, body })).ok;
  }).toBe(true);
  const { items } = await analyst.call(helpInsight.votes, {});
  expect(items).toMatchObject([
    { articleId: id, reason: 'incomplete', comment: expect.stringMatching(/^Ask …,? she knows$/) },
  ]);
  expect((await analyst.call(helpInsight.votes, { query: { locale: 'ja' } })).items).toEqual([]);
});

test('what waits: translations behind their source, reviews that are overdue, intents without an answer in a language', async () => {
  const { id, translations } = await makeArticle(editor, category.id, { published: true });
  await save(editor, id, 'ja', '古い', translations[0]?.publishedId ?? '');
  await publish(editor, id, 'ja');
  const behind = async (query: { locale?: Locale } = {}) =>
    (await analyst.call(helpInsight.outdated, { query })).items;
  expect(await behind()).toEqual([]);
  await save(editor, id, 'en', 'New words');
  expect(await behind()).toEqual([]);
  await publish(editor, id, 'en');
  expect(await behind({ locale: 'ja' })).toMatchObject([{ articleId: id, locale: 'ja', title: '古い' }]);
  expect(await behind({ locale: 'ko' })).toEqual([]);

  const {
    translations: _,
    createdAt: __,
    updatedAt: ___,
    reviewedAt: ____,
    sourceLocale: _____,
    id: ______,
    ...facts
  } = await editor.call(articles.get, { params: { id } });
  const today = server.clock.now().toISOString().slice(0, 10);
  const body = { ...facts, reviewDue: today, intents: ['xyzzy.how_to'] };
  await editor.call(articles.update, { params: { id }, body });
  expect((await analyst.call(helpInsight.due)).items).toMatchObject([{ articleId: id, due: today }]);
  expect((await analyst.call(helpInsight.coverage)).items).toEqual([
    { intent: 'xyzzy.how_to', locales: ['en', 'ja'], articleId: id, title: 'New words' },
  ]);
  expect(await analyst.call(helpInsight.overview, {})).toMatchObject({ outdated: 1, due: 1 });
});
