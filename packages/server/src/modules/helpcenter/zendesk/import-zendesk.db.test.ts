import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { makeArticle, makeCategory, save } from '../helpcenter.testing.ts';
import { zendeskExport } from './zendesk.testing.ts';

/** Articles of a help center of Zendesk, taken in for the first time and again. */
const { articles, help } = endpoints;
let server: TestServer;
let editor: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.world.agent({ roles: ['knowledge_editor'] });
});

const take = (options: { publish?: boolean; trial?: boolean } = {}, batch: object = {}) =>
  editor.call(articles.importZendesk, { body: { ...zendeskExport, ...batch, ...options } });
const all = async () => (await editor.call(articles.list, {})).items;
const bySlug = async (slug: string) => (await all()).find((it) => it.slug === slug);
const outcomes = ({ articles: found }: Awaited<ReturnType<typeof take>>) => found.map((it) => it.outcome);

test('a trial says what would become of it, and writes nothing', async () => {
  await makeArticle(editor, (await makeCategory(editor)).id, { slug: 'how-to-send' });
  const trial = await take({ publish: true, trial: true });
  expect(trial.categories).toEqual(['money-matters', 'sending-money']);
  expect(trial.articles).toEqual([
    {
      externalId: '360000400001',
      title: 'How to send',
      slug: 'how-to-send-2',
      outcome: 'created',
      texts: [
        { locale: 'en', state: 'published', outdated: false },
        { locale: 'ja', state: 'published', outdated: true },
        { locale: 'zh-CN', state: 'published', outdated: false },
      ],
      remarks: [
        { remark: 'language_twice', what: 'en-gb' },
        { remark: 'language_unknown', what: 'xx' },
        { remark: 'linked', what: '1' },
        { remark: 'slug_taken', what: 'how-to-send' },
      ],
    },
    {
      externalId: '360000400002',
      title: 'By bank',
      slug: 'by-bank',
      outcome: 'created',
      texts: [{ locale: 'en', state: 'draft', outdated: false }],
      remarks: [{ remark: 'restricted', what: 'signed_in' }],
    },
    {
      externalId: '360000400003',
      title: 'Lost',
      slug: null,
      outcome: 'left_out',
      texts: [],
      remarks: [{ remark: 'no_section', what: '' }],
    },
  ]);
  expect((await all()).map((it) => it.slug)).toEqual(['how-to-send']);
  expect((await editor.call(articles.listCategories)).items.map((it) => it.slug)).not.toContain(
    'money-matters',
  );
});

test('as drafts first, then shown by taking it in again; the old id leads on, also in links', async () => {
  expect((await take()).articles[0]?.texts.map((it) => it.state)).toEqual(['draft', 'draft', 'draft']);
  const made = await bySlug('how-to-send-2');
  expect(made).toMatchObject({
    tags: ['urgent', 'transfer', 'swift'],
    visibility: 'public',
    sourceLocale: 'en',
  });
  expect(outcomes(await take({ publish: true }))).toEqual(['updated', 'unchanged', 'left_out']);
  const seen = () =>
    server.nobody.try(help.article, { params: { slug: '360000400001' }, query: { locale: 'en' } });
  await expect
    .poll(
      async () => {
        await server.settle();
        const answer = await seen();
        return answer.ok ? answer.body : answer.error;
      },
      { timeout: 10_000 },
    )
    .toMatchObject({
      slug: 'how-to-send-2',
      category: 'sending-money',
      markdown:
        '## Before you send\n\n1. Open **Wallet**\n2. See [by bank](../360000400002)\n\n> [!CAUTION]\n> Never share a code.\n\n[The screen](https://orbit.zendesk.com/hc/article_attachments/360000500001/screen.png)\n\n- [form \\[1\\].pdf](https://orbit.zendesk.com/hc/article_attachments/360000500002/form.pdf)',
    });
  const standings = (await bySlug('how-to-send-2'))?.translations.map((it) => [it.locale, it.currency]);
  expect(standings).toEqual([
    ['en', 'source'],
    ['ja', 'outdated'],
    ['zh-CN', 'current'],
  ]);
  expect(await bySlug('by-bank')).toMatchObject({
    visibility: 'signed_in',
    translations: [{ state: 'draft' }],
  });
  const page = await fetch(`${server.url}/hc/ja/articles/360000400001-How-to-send`, { redirect: 'manual' });
  expect([page.status, page.headers.get('location')]).toEqual([301, '/help/ja/sending-money/how-to-send-2']);
  expect((await fetch(`${server.url}/hc/en-us/articles/99`, { redirect: 'manual' })).status).toBe(404);
});

test('again: nothing is doubled, what editors changed stays, and what is new there comes', async () => {
  const { id = '' } = (await bySlug('how-to-send-2')) ?? {};
  await save(editor, id, 'zh-CN', '编辑改过');
  await editor.call(articles.archive, { params: { id, locale: 'ja' } });
  const before = await all();
  const again = await take({ publish: true });
  expect(outcomes(again)).toEqual(['unchanged', 'unchanged', 'left_out']);
  expect(again.categories).toEqual([]);
  expect(await all()).toEqual(before);

  const translations = zendeskExport.translations.map((it) => ({ ...it, body: `${it.body}<p>New.</p>` }));
  const changed = await take({ publish: true }, { translations });
  expect(changed.articles[0]).toMatchObject({ outcome: 'updated' });
  expect(changed.articles[0]?.remarks).toContainEqual({ remark: 'kept', what: 'ja' });
  const text = async (locale: 'zh-CN' | 'ja') =>
    (await editor.call(articles.translation, { params: { id, locale } })).revision.body;
  expect(await text('zh-CN')).toMatch(/^打开钱包。\n\nNew\.\n/);
  expect(await text('ja')).not.toContain('New.');
  expect((await all()).length).toBe(before.length);
});

test('needs the right to publish', async () => {
  const agent = await server.world.agent();
  expect(await agent.refused(articles.importZendesk, { body: { articles: [] } })).toBe('access.forbidden');
});
