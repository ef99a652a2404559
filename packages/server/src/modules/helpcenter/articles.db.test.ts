import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { makeArticle, makeCategory, publish, save } from './helpcenter.testing.ts';

/** The work of editors: drafts, reviews, publication, translations and what they follow. */
const { articles, help } = endpoints;
let server: TestServer;
let editor: TestAgent;
let plain: TestAgent;
let category: { id: string; slug: string };

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.world.agent({ name: 'Ines', roles: ['knowledge_editor'] });
  plain = await server.world.agent({ name: 'Bao' });
  category = await makeCategory(editor);
});

/** What readers see of an article, or why they do not. Nodes hear of changes a moment later. */
function seen(slug: string, locale: 'en' | 'ja' | 'zh-CN' = 'en') {
  return expect.poll(
    async () => {
      await server.settle();
      const answer = await server.nobody.try(help.article, { params: { slug }, query: { locale } });
      return answer.ok ? answer.body : answer.error;
    },
    { timeout: 10_000 },
  );
}
const unseen = { code: 'article.not_found' };
const standing = async (id: string, locale: string) =>
  (await editor.call(articles.get, { params: { id } })).translations.find((it) => it.locale === locale);

describe('an article', () => {
  test('is a draft that readers do not see, then published, then changed without their seeing it, then published anew', async () => {
    const { id, slug } = await makeArticle(editor, category.id, { text: 'First words' });
    await seen(slug).toMatchObject(unseen);
    await publish(editor, id, 'en');
    await seen(slug).toMatchObject({ html: expect.stringContaining('First words') });
    await save(editor, id, 'en', 'Second words');
    expect(await standing(id, 'en')).toMatchObject({ state: 'draft', live: true });
    await seen(slug).toMatchObject({ html: expect.stringContaining('First words') });
    await publish(editor, id, 'en');
    await seen(slug).toMatchObject({ html: expect.stringContaining('Second words') });
  });

  test('keeps every revision that was published; saves of one sitting go into one draft', async () => {
    const { id } = await makeArticle(editor, category.id, { published: true });
    const one = await save(editor, id, 'en', 'One');
    expect(await save(editor, id, 'en', 'Two')).toBe(one);
    await publish(editor, id, 'en');
    const three = await save(editor, id, 'en', 'Three');
    expect(three).not.toBe(one);
    const { items } = await editor.call(articles.revisions, { params: { id, locale: 'en' } });
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [3, 'Three'],
      [2, 'Two'],
      [1, expect.stringMatching(/^About /)],
    ]);
    const old = await editor.call(articles.revision, { params: { id, locale: 'en', revisionId: one } });
    expect(old.body).toBe('Two');
    const other = await makeArticle(editor, category.id);
    expect(
      await editor.refused(articles.revision, { params: { id: other.id, locale: 'en', revisionId: one } }),
    ).toBe('article.revision_not_found');
  });

  test('saved by two at once is not overwritten', async () => {
    const { id, translations } = await makeArticle(editor, category.id);
    const basedOn = translations[0]?.revisionId ?? '';
    await publish(editor, id, 'en');
    await save(editor, id, 'en', 'Mine');
    const text = { title: 'Theirs', summary: '', body: 'Theirs' };
    expect(
      await editor.refused(articles.save, { params: { id, locale: 'en' }, body: { text, basedOn } }),
    ).toBe('article.changed');
    expect((await editor.call(articles.translation, { params: { id, locale: 'en' } })).revision.body).toBe(
      'Mine',
    );
  });

  test('under another slug is found under the former one, until that is another’s', async () => {
    const made = await makeArticle(editor, category.id, { published: true });
    const {
      translations: _,
      createdAt: __,
      updatedAt: ___,
      reviewedAt: ____,
      sourceLocale: _____,
      ...facts
    } = made;
    const renamed = `${made.slug}-anew`;
    await editor.call(articles.update, { params: { id: made.id }, body: { ...facts, slug: renamed } });
    await seen(made.slug).toMatchObject({
      slug: renamed,
      url: `/help/en/${category.slug}/${renamed}`,
    });
    expect(
      await editor.refused(articles.update, { params: { id: made.id }, body: { ...facts, slug: 'late' } }),
    ).toBe('article.changed');
    const other = await makeArticle(editor, category.id, { slug: made.slug, published: true });
    await seen(made.slug).toMatchObject({ title: other.translations[0]?.title });
    const again = { categoryId: category.id, slug: renamed, sourceLocale: 'en' as const };
    const text = { title: 'x', summary: '', body: '' };
    expect(await editor.refused(articles.create, { body: { ...again, text } })).toBe('article.slug_taken');
  });

  test('is published at a moment agreed on, unless somebody changes it before', async () => {
    const [kept, changed] = [await makeArticle(editor, category.id), await makeArticle(editor, category.id)];
    const at = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    for (const { id, translations } of [kept, changed]) {
      const body = { revisionId: translations[0]?.revisionId ?? '', at };
      expect(await editor.call(articles.publish, { params: { id, locale: 'en' }, body })).toMatchObject({
        state: 'review',
        publishAt: at,
      });
      const past = { ...body, at: new Date(server.clock.now().getTime() - 1).toISOString() };
      expect(await editor.refused(articles.publish, { params: { id, locale: 'en' }, body: past })).toBe(
        'article.moment_past',
      );
    }
    await save(editor, changed.id, 'en', 'Another thought');
    server.clock.advance({ hours: 1 });
    await server.platform.jobs.turn('helpcenter.publish');
    await seen(kept.slug).toMatchObject({ html: expect.stringContaining('It is so.') });
    expect(await standing(changed.id, 'en')).toMatchObject({ state: 'draft', publishAt: null, live: false });
  });

  test('waits for a review, and can be taken back', async () => {
    const { id, translations } = await makeArticle(editor, category.id);
    const revisionId = translations[0]?.revisionId ?? '';
    const params = { id, locale: 'en' as const };
    expect(await editor.call(articles.askReview, { params, body: { revisionId } })).toMatchObject({
      state: 'review',
    });
    expect(await editor.refused(articles.askReview, { params, body: { revisionId } })).toBe(
      'article.not_in_state',
    );
    expect(await editor.call(articles.askReview, { params, body: { revisionId, back: true } })).toMatchObject(
      {
        state: 'draft',
      },
    );
  });

  test('that readers never saw can be removed, another only archived: then nobody sees any of its languages', async () => {
    const draft = await makeArticle(editor, category.id);
    await editor.call(articles.remove, { params: { id: draft.id } });
    expect(await editor.refused(articles.get, { params: { id: draft.id } })).toBe('article.not_found');
    const { id, slug, translations } = await makeArticle(editor, category.id, { published: true });
    await save(editor, id, 'ja', '日本語', translations[0]?.publishedId ?? '');
    await publish(editor, id, 'ja');
    await seen(slug, 'ja').toMatchObject({ title: '日本語', locales: ['en', 'ja'] });
    expect(await editor.refused(articles.remove, { params: { id } })).toBe('article.was_published');
    await editor.call(articles.archive, { params: { id, locale: 'en' } });
    for (const locale of ['en', 'ja'] as const) await seen(slug, locale).toMatchObject(unseen);
    expect(await standing(id, 'ja')).toMatchObject({ state: 'archived', live: false });
  });

  test('is changed by those only who may, and what readers see by those who may publish', async () => {
    const { id } = await makeArticle(editor, category.id);
    expect(await plain.refused(articles.get, { params: { id } })).toBe('access.forbidden');
    expect(await plain.refused(articles.list, { query: {} })).toBe('access.forbidden');
    expect((await plain.call(articles.listCategories, {})).items.length).toBeGreaterThan(0);
  });
});

describe('a translation', () => {
  test('is current while it follows what is published, outdated once that changes, and current again after a minor change', async () => {
    const { id, slug, translations } = await makeArticle(editor, category.id, { published: true });
    await save(editor, id, 'zh-CN', '中文', translations[0]?.publishedId ?? '');
    await publish(editor, id, 'zh-CN');
    expect(await standing(id, 'zh-CN')).toMatchObject({ currency: 'current', live: true });

    await save(editor, id, 'en', 'A typo less');
    expect(await standing(id, 'zh-CN')).toMatchObject({ currency: 'current' });
    await publish(editor, id, 'en', { minor: true });
    expect(await standing(id, 'zh-CN')).toMatchObject({ currency: 'current' });

    await save(editor, id, 'en', 'Another rule');
    await publish(editor, id, 'en');
    expect(await standing(id, 'zh-CN')).toMatchObject({ currency: 'outdated', live: true });
    const opened = await editor.call(articles.translation, { params: { id, locale: 'zh-CN' } });
    expect(opened.source?.followed?.body).toBe('A typo less');
    expect(opened.source?.now.body).toBe('Another rule');
    await seen(slug, 'zh-CN').toMatchObject({ title: '中文', locale: 'zh-CN' });
    await seen(slug, 'ja').toMatchObject({ title: 'Another rule', locale: 'en' });

    await save(editor, id, 'zh-CN', '新规则', opened.source?.now.id);
    await publish(editor, id, 'zh-CN');
    expect(await standing(id, 'zh-CN')).toMatchObject({ currency: 'current' });
    const outdated = async (locale: 'zh-CN' | 'ja', currency: 'outdated' | 'missing' | 'current') =>
      (await editor.call(articles.list, { query: { locale, currency } })).items.map((it) => it.id);
    expect(await outdated('zh-CN', 'outdated')).not.toContain(id);
    expect(await outdated('zh-CN', 'current')).toContain(id);
    expect(await outdated('ja', 'missing')).toContain(id);
  });

  test('follows revisions of its own article’s source only', async () => {
    const [one, other] = [await makeArticle(editor, category.id), await makeArticle(editor, category.id)];
    const body = {
      text: { title: 'x', summary: '', body: 'x' },
      basedOn: null,
      followsId: other.translations[0]?.revisionId,
    };
    expect(await editor.refused(articles.save, { params: { id: one.id, locale: 'ja' }, body })).toBe(
      'article.revision_not_found',
    );
  });
});

describe('categories', () => {
  test('have two levels, an order, and are removed when empty', async () => {
    const parent = await makeCategory(editor);
    const child = await makeCategory(editor, { parentId: parent.id });
    const body = { slug: 'too-deep', parentId: child.id, texts: { en: { name: 'x' } } };
    expect(await editor.refused(articles.createCategory, { body })).toBe('article.category_too_deep');
    const under = { slug: parent.slug, parentId: category.id, texts: { en: { name: 'x' } } };
    expect(await editor.refused(articles.updateCategory, { params: { id: parent.id }, body: under })).toBe(
      'article.category_too_deep',
    );
    expect(await editor.refused(articles.deleteCategory, { params: { id: parent.id } })).toBe(
      'article.category_in_use',
    );
    const { items } = await editor.call(articles.listCategories, {});
    const ids = items.map((it) => it.id).reverse();
    const ordered = await editor.call(articles.orderCategories, { body: { ids } });
    expect(ordered.items.filter((it) => !it.parentId).map((it) => it.id)).toEqual(
      ids.filter((id) => items.find((it) => it.id === id)?.parentId === null),
    );
    expect(await editor.refused(articles.orderCategories, { body: { ids: ids.slice(1) } })).toBe(
      'article.order_incomplete',
    );
    await editor.call(articles.deleteCategory, { params: { id: child.id } });
    await editor.call(articles.deleteCategory, { params: { id: parent.id } });
    expect(
      await editor.refused(articles.createCategory, {
        body: { ...under, slug: category.slug, parentId: null },
      }),
    ).toBe('article.slug_taken');
  });
});

describe('a folder', () => {
  const file = (path: string, text: string) => ({ path, text });
  const source = (slug: string, title: string, body: string) =>
    file(
      `${category.slug}/${slug}/en.md`,
      `---\ntitle: ${title}\nsource: true\ntags: [memo]\n---\n\n${body}\n`,
    );
  const ja = (slug: string, body: string) =>
    file(`${category.slug}/${slug}/ja.md`, `---\ntitle: メモ\n---\n\n${body}\n`);
  type FolderFile = { path: string; text: string } | { path: string; fileId: string };
  const take = (files: FolderFile[], publish = true, trial = false) =>
    editor.call(articles.import, { body: { files, publish, trial } });
  const done = (slug: string, title: string, outcome: 'created' | 'updated' | 'unchanged') => ({
    articles: [{ path: `${category.slug}/${slug}`, title, outcome }],
    problems: [],
  });

  test('is taken in with its translations, again without change, and anew where it says something else', async () => {
    const files = [source('from-folder', 'Memo', 'One'), ja('from-folder', '一')];
    expect(await take(files)).toEqual(done('from-folder', 'Memo', 'created'));
    expect(await take(files)).toEqual(done('from-folder', 'Memo', 'unchanged'));
    const { items } = await editor.call(articles.list, { query: { text: 'from-folder' } });
    expect(items).toMatchObject([{ slug: 'from-folder', tags: ['memo'] }]);
    const id = items[0]?.id ?? '';
    expect(await standing(id, 'ja')).toMatchObject({ state: 'published', currency: 'current' });
    const updated = done('from-folder', 'Memo', 'updated');
    expect(await take([source('from-folder', 'Memo', 'Two')], false)).toEqual(updated);
    expect(await standing(id, 'en')).toMatchObject({ state: 'draft', live: true });
    expect(await take([source('from-folder', 'Memo', 'Two')])).toEqual(updated);
    expect(await standing(id, 'ja')).toMatchObject({ currency: 'outdated', live: true });
  });

  test('given out is what is published, and gives the same when taken in', async () => {
    await take([source('round-trip', 'Round', 'It goes.'), ja('round-trip', '回る')]);
    const given = await editor.call(articles.export, {});
    const files = given.files.filter((it) => it.path.includes('/round-trip/'));
    expect(files.map((it) => it.path)).toEqual([
      `${category.slug}/round-trip/en.md`,
      `${category.slug}/round-trip/ja.md`,
    ]);
    expect(await take(files)).toEqual(done('round-trip', 'Round', 'unchanged'));
  });

  test('is tried without anything being written', async () => {
    const files = [source('only-tried', 'Tried', 'One'), ja('only-tried', '一')];
    expect(await take(files, true, true)).toEqual(done('only-tried', 'Tried', 'created'));
    expect(await editor.call(articles.list, { query: { text: 'only-tried' } })).toMatchObject({ items: [] });
    expect(await take(files)).toEqual(done('only-tried', 'Tried', 'created'));
    expect(await take(files, true, true)).toEqual(done('only-tried', 'Tried', 'unchanged'));
    const anew = [source('only-tried', 'Tried', 'Two')];
    expect(await take(anew, true, true)).toEqual(done('only-tried', 'Tried', 'updated'));
    expect(await take(anew)).toEqual(done('only-tried', 'Tried', 'updated'));
  });

  test('with what cannot be taken in is done but for that', async () => {
    const lost = file('nowhere/lost/en.md', '---\ntitle: Lost\nsource: true\n---\n\nx\n');
    const { articles: taken, problems } = await take([
      lost,
      file('x.md', 'x'),
      source('kept-all-the-same', 'Kept', 'x'),
    ]);
    expect(taken.map((it) => it.title)).toEqual(['Kept']);
    expect(problems).toEqual([
      { path: 'x.md', problem: 'path' },
      { path: 'nowhere/lost', problem: 'category_not_found' },
    ]);
    expect(await plain.refused(articles.import, { body: { files: [lost] } })).toBe('access.forbidden');
  });
});
