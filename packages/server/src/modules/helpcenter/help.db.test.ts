import { endpoints, type Locale } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { makeArticle, makeCategory, publish, save } from './helpcenter.testing.ts';
import { helpTopic, openLibrary } from './reading/library.ts';

/** The help center as readers get it: over the API and as pages. */
const { articles, help } = endpoints;
let server: TestServer;
let editor: TestAgent;
let category: { id: string; slug: string };

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.world.agent({ name: 'Ines', roles: ['knowledge_editor'] });
  category = await makeCategory(editor, { slug: 'deposits' });
});

const search = (text: string, extra: { final?: string; locale?: Locale } = {}) =>
  server.nobody.call(help.search, { query: { text, locale: 'en', ...extra } });
const found = async (text: string) => (await search(text)).items.map((it) => it.slug);
/** What an ask answers, once nodes have heard of a change; on a busy machine that may take its time. */
function eventually<T>(ask: () => Promise<T>) {
  return expect.poll(
    async () => {
      await server.settle();
      return ask();
    },
    { timeout: 10_000 },
  );
}
const page = (path: string, init?: RequestInit) => fetch(server.url + path, { redirect: 'manual', ...init });

describe('search', () => {
  test('finds what is published while it is being typed, with a slip of the finger, and forgets what is archived', async () => {
    const { id, slug } = await makeArticle(editor, category.id, {
      title: 'Destination tag forgotten',
      text: 'An XRP deposit without a tag.',
    });
    await server.settle();
    expect(await found('destination')).not.toContain(slug);
    await publish(editor, id, 'en');
    for (const typed of ['desti', 'destination tag', 'destinaton'])
      await eventually(() => found(typed)).toContain(slug);
    await editor.call(articles.archive, { params: { id, locale: 'en' } });
    await eventually(() => found('forgotten')).not.toContain(slug);
  });

  test('finds for readers of another language what there is in none of theirs', async () => {
    const { slug } = await makeArticle(editor, category.id, {
      title: 'Wombat burrows',
      text: 'They are deep.',
      published: true,
    });
    await eventually(() => found('wombat')).toContain(slug);
    const { items } = await search('wombat', { locale: 'fr' });
    expect(items).toEqual([expect.objectContaining({ slug, locale: 'en', title: 'Wombat burrows' })]);
  });

  test('puts first, of two that say the same, the one that readers open and ask nobody after', async () => {
    const text = 'A bilby is a bandicoot.';
    const made = [
      await makeArticle(editor, category.id, { title: 'Bilby', text, published: true }),
      await makeArticle(editor, category.id, { title: 'Bilby', text, published: true }),
    ];
    await eventually(async () => (await found('bilby')).length).toBe(2);
    const [first, second] = await found('bilby');
    expect(first).not.toBe(second);
    const idOf = (slug?: string) => made.find((it) => it.slug === slug)?.id;
    await server.platform.database.raw(
      `insert into article_days (article_id, locale, day, views, clicks, contacts)
       values ($1, 'en', $3, 90, 90, 88), ($2, 'en', $3, 40, 40, 0)`,
      [idOf(first), idOf(second), server.clock.now()],
    );
    server.clock.advance({ minutes: 61 });
    server.platform.bus.publish(helpTopic, '');
    await eventually(() => found('bilby')).toEqual([second, first]);
  });

  test('shows nobody what they may not read', async () => {
    const made = {
      public: await makeArticle(editor, category.id, { title: 'Quokka one', published: true }),
      signed_in: await makeArticle(editor, category.id, {
        title: 'Quokka two',
        visibility: 'signed_in',
        published: true,
      }),
      agents: await makeArticle(editor, category.id, {
        title: 'Quokka three',
        visibility: 'agents',
        published: true,
      }),
    };
    const inbox = await server.world.inbox({ team: await server.world.team() });
    const visitor = await server.world.customer(inbox.key);
    const sees = async (who: { call: typeof editor.call }) =>
      (await who.call(help.search, { query: { text: 'quokka', locale: 'en' } })).items
        .map((it) => it.slug)
        .sort();
    await eventually(() => sees(editor)).toEqual(
      [made.public.slug, made.signed_in.slug, made.agents.slug].sort(),
    );
    expect(await sees(server.nobody)).toEqual([made.public.slug]);
    expect(await sees(visitor)).toEqual([made.public.slug]);
    for (const slug of [made.signed_in.slug, made.agents.slug]) {
      expect(await server.nobody.refused(help.article, { params: { slug }, query: { locale: 'en' } })).toBe(
        'article.not_found',
      );
      expect(
        await visitor.refused(help.vote, { params: { slug }, body: { locale: 'en', helpful: true } }),
      ).toBe('article.not_found');
    }
    expect((await page(`/help/en/deposits/${made.agents.slug}`)).status).toBe(404);
    const closed = await page(`/help/ja/deposits/${made.signed_in.slug}`);
    expect([closed.status, closed.headers.get('cache-control')]).toEqual([403, 'no-cache']);
    const said = await closed.text();
    expect(said).toContain(`href="/portal/articles/${made.signed_in.slug}?lang=ja"`);
    expect(said).toContain('noindex');
    expect(said).not.toContain('Quokka');
    const listed = await server.nobody.call(help.articles, { query: { locale: 'en' } });
    expect(listed.items.map((it) => it.slug)).not.toContain(made.agents.slug);
  });

  test('is kept for editors once it is final, without what names anybody', async () => {
    expect((await search('quokka')).searchId).toBeNull();
    const { searchId } = await search('where is anna@example.com', { final: 'true' });
    const { rows } = await server.platform.database.raw(
      'select text, place, results from help_searches where id = $1',
      [searchId],
    );
    expect(rows).toEqual([{ text: 'where is …', place: 'pages', results: expect.any(Number) }]);
  });
});

describe('pages', () => {
  test('show an article with its figures, its languages and what leads on, without any script', async () => {
    const { id, slug } = await makeArticle(editor, category.id, {
      title: 'A fee & more',
      text: 'It costs {{fee.withdraw.USDT.TRC20}}. See [there](../nowhere-at-all).',
      published: true,
    });
    const source = (await editor.call(articles.get, { params: { id } })).translations[0]?.publishedId ?? '';
    await save(editor, id, 'ja', '手数料について', source);
    await publish(editor, id, 'ja');
    await server.settle();
    await eventually(async () => (await page(`/help/ja/deposits/${slug}`)).text()).toContain(
      '<h1>手数料について</h1>',
    );
    const english = await page(`/help/en/deposits/${slug}`);
    const text = await english.text();
    expect(text).toContain('<h1>A fee &amp; more</h1>');
    expect(text).toContain('1\u00a0USDT');
    expect(text).toContain(`hreflang="ja" href="${server.platform.publicUrl}/help/ja/deposits/${slug}"`);
    expect(text).toContain('"@type":"BreadcrumbList"');
    const german = await (await page(`/help/de/deposits/${slug}`)).text();
    expect(german).toContain(`rel="canonical" href="${server.platform.publicUrl}/help/en/deposits/${slug}"`);
    expect(german).toContain('Noch keine Übersetzung');
    const etag = english.headers.get('etag') ?? '';
    expect((await page(`/help/en/deposits/${slug}`, { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    );
    expect(await (await page('/help/sitemap.xml')).text()).toContain(`/help/ja/deposits/${slug}</loc>`);
    expect(await (await page('/help/en/deposits/feed.xml')).text()).toContain(
      '<title>A fee &amp; more</title>',
    );
    const picture = await page(`/help/en/deposits/${slug}/image.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test.each([
    ['/', 'ja,en;q=0.5', 302, '/help/ja/'],
    ['/help/', 'xx', 302, '/help/en/'],
    ['/help/?lang=zh-HK', 'en', 302, '/help/zh-TW/'],
    ['/help/en', 'en', 301, '/help/en/'],
    ['/help/zh/', 'en', 301, '/help/zh-CN/'],
  ])('%s for a browser of %s leads to its language', async (path, accepts, status, to) => {
    const answer = await page(path, { headers: { 'accept-language': accepts } });
    expect([answer.status, answer.headers.get('location')]).toEqual([status, to]);
  });

  test('that are not there say so, in the language of the address', async () => {
    const answer = await page('/help/de/deposits/there-is-none');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Diese Seite gibt es nicht');
    expect((await page('/help/klingon/')).status).toBe(404);
  });

  test('take a vote as a form, once a reader, and count who read and who asked a person', async () => {
    const { id, slug } = await makeArticle(editor, category.id, { title: 'Votes', published: true });
    await server.settle();
    await eventually(async () => (await page(`/help/en/deposits/${slug}`)).status).toBe(200);
    const vote = (fields: Record<string, string>) =>
      page(`/help/en/deposits/${slug}/vote`, { method: 'POST', body: new URLSearchParams(fields) });
    expect((await vote({ helpful: 'perhaps' })).status).toBe(400);
    expect((await vote({ helpful: 'yes' })).headers.get('location')).toBe(
      `/help/en/deposits/${slug}?voted=yes#vote`,
    );
    const no = await vote({ helpful: 'no', reason: 'unclear', comment: 'Which fee?' });
    expect([no.status, no.headers.get('location')]).toEqual([
      303,
      `/help/en/deposits/${slug}?voted=thanks#vote`,
    ]);
    const { rows } = await server.platform.database.raw(
      'select helpful, reason, comment from article_votes where article_id = $1',
      [id],
    );
    expect(rows).toEqual([{ helpful: false, reason: 'unclear', comment: 'Which fee?' }]);

    expect((await page(`/help/en/deposits/${slug}/contact`)).headers.get('location')).toBe('/portal/new');
    const { searchId } = await search('votes', { final: 'true' });
    await page(`/help/en/deposits/${slug}?s=${searchId}`);
    await page(`/help/en/deposits/${slug}`, { headers: { 'user-agent': 'Googlebot' } });
    const counted = () =>
      server.platform.database.raw('select views, clicks, contacts from article_days where article_id = $1', [
        id,
      ]);
    await eventually(async () => (await counted()).rows).toEqual([{ views: 2, clicks: 1, contacts: 1 }]);
    const { rows: searches } = await server.platform.database.raw(
      'select clicked_article_id from help_searches where id = $1',
      [searchId],
    );
    expect(searches).toEqual([{ clicked_article_id: id }]);
  });
});

test('a node that looks again takes what it knows for the same, and of what changed the texts that did not', async () => {
  await makeCategory(editor, { slug: 'beside' });
  await makeCategory(editor, { slug: 'within', parentId: category.id });
  const { id } = await makeArticle(editor, category.id, {
    title: 'Quokka',
    text: 'It smiles.',
    published: true,
  });
  const library = openLibrary(server.platform, async () => new Map());
  const told: string[] = [];
  try {
    await library.ready();
    const [state, known] = [library.state(), library.byId(id)];
    library.onChange((it) => void told.push(it));
    await library.refresh();
    expect([library.state(), told]).toEqual([state, []]);
    await server.platform.database.raw('update articles set tags = $2, updated_at = now() where id = $1', [
      id,
      ['marsupial'],
    ]);
    await library.refresh();
    expect([library.byId(id)?.tags, told]).toEqual([['marsupial'], [id]]);
    expect(library.byId(id)?.texts.get('en')).toBe(known?.texts.get('en'));
  } finally {
    library.stop();
  }
});

test('who searches without end is answered, and no longer written down', async () => {
  const kept = async () =>
    (await server.platform.database.raw(`select 1 from help_searches where text = 'endless'`)).rows.length;
  for (let n = 0; n < 70; n++) expect((await page('/help/en/search?q=endless')).status).toBe(200);
  expect(await kept()).toBeGreaterThan(0);
  expect(await kept()).toBeLessThanOrEqual(60);
});

// Last, since sessions end meanwhile.
test('a search is forgotten after 180 days', async () => {
  const { searchId } = await search('walrus', { final: 'true' });
  const kept = async () =>
    (await server.platform.database.raw('select 1 from help_searches where id = $1', [searchId])).rows.length;
  server.clock.advance({ days: 179 });
  await server.platform.jobs.turn('helpcenter.forget');
  expect(await kept()).toBe(1);
  server.clock.advance({ days: 2 });
  await server.platform.jobs.turn('helpcenter.forget');
  expect(await kept()).toBe(0);
});
