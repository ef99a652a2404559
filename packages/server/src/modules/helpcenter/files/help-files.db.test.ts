import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { endpoints, type HelpFile, uploadChunkBytes } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { makeArticle, makeCategory, publish, save } from '../helpcenter.testing.ts';

const { articles, help } = endpoints;
let server: TestServer;
let editor: TestAgent;
let category: { id: string; slug: string };

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.world.agent({ name: 'Ines', roles: ['knowledge_editor'] });
  category = await makeCategory(editor, { slug: 'deposits' });
});

async function sendChunk(who: TestClient, id: string, offset: number, bytes: Buffer) {
  const response = await fetch(`${server.url}/api/articles/uploads/${id}/chunks/${offset}`, {
    method: 'PUT',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const body: unknown = await response.json();
  return response.ok
    ? articles.sendChunk.response.parse(body)
    : (body as { error: { code: string } }).error.code;
}

async function sendWhole(name: string, bytes: Buffer) {
  const { id } = await editor.call(articles.beginUpload, { body: { name, size: bytes.length } });
  let answer: Awaited<ReturnType<typeof sendChunk>> = '';
  for (let at = 0; at < bytes.length; at += uploadChunkBytes)
    answer = await sendChunk(editor, id, at, bytes.subarray(at, at + uploadChunkBytes));
  return answer;
}

async function upload(name: string, bytes: Buffer): Promise<HelpFile> {
  const answer = await sendWhole(name, bytes);
  if (typeof answer === 'string' || !answer.file) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.file;
}

let shade = 0;
/** Another picture each time. */
const picture = (width = 64, height = 32) =>
  sharp({ create: { width, height, channels: 3, background: { r: ++shade, g: 100, b: 200 } } })
    .png()
    .toBuffer();
const pdf = (words: string) =>
  Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
const zip = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(server.url + url, { headers, redirect: 'manual' });
const status = async (url: string, headers: Record<string, string> = {}) => (await get(url, headers)).status;
function eventually<T>(ask: () => Promise<T>) {
  const ready = async () => {
    await server.settle();
    return ask();
  };
  return expect.poll(ready, { timeout: 10_000 });
}
const attach = async (id: string, attachments: string[]) => {
  const { files: _, translations: __, ...facts } = await editor.call(articles.get, { params: { id } });
  return editor.call(articles.update, { params: { id }, body: { ...facts, attachments } });
};

describe('a file of an article', () => {
  test('is sent in chunks, and drawn anew where it is a picture', async () => {
    const source = await sharp({
      create: {
        width: 900,
        height: 700,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: '#000',
      },
    })
      .withExif({ IFD0: { Artist: 'Somebody Particular' } })
      .png()
      .toBuffer();
    expect(source.length).toBeGreaterThan(uploadChunkBytes);
    const file = await upload('Écran d’accueil.PNG', source);
    expect(file).toMatchObject({ name: 'Écran d’accueil.PNG', type: 'image/png', width: 900, height: 700 });
    expect(file.url).toBe(`/help/files/${file.id}/ecran-d-accueil.png`);
    const kept = Buffer.from(await (await get(file.url, { ...editor.headers })).arrayBuffer());
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.length).toBe(file.size);
  });

  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['page.html', () => Buffer.from('<script>alert(1)</script>'), 'file.type_refused'],
    ['logo.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file.type_refused'],
    ['table.csv', () => Buffer.from('<html>,a\n'), 'file.type_refused'],
    ['run.txt', () => Buffer.from('#!/bin/sh\n'), 'file.type_refused'],
    ['table.csv', () => Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'file.type_refused'],
    ['program.exe', () => Buffer.from('MZ\x90\0'), 'file.type_refused'],
    ['mixed.pdf', () => Buffer.concat([pdf('mixed'), zip]), 'file.type_refused'],
    ['cut.png', async () => (await picture(200, 200)).subarray(0, 90), 'file.damaged'],
  ])('%s is refused by what it is', async (name, bytes, code) => {
    expect(await sendWhole(name, await bytes())).toBe(code);
  });

  test('is refused when it is too large, and from those who write no articles', async () => {
    const body = { name: 'a.pdf', size: 20 * 1024 * 1024 + 1 };
    expect(await editor.refused(articles.beginUpload, { body })).toBe('file.too_large');
    const agent = await server.world.agent({ name: 'Bao', roles: ['agent'] });
    const small = { name: 'a.pdf', size: 10 };
    expect(await agent.refused(articles.beginUpload, { body: small })).toBe('access.forbidden');
    const { id } = await editor.call(articles.beginUpload, { body: small });
    const other = await server.world.agent({ name: 'Cora', roles: ['knowledge_editor'] });
    expect(await other.refused(articles.readUpload, { params: { id } })).toBe('file.not_found');
    // Nor does it become something that a message could carry.
    expect(await editor.refused(endpoints.files.readUpload, { params: { id } })).toBe('file.not_found');
  });

  test('that is here already is kept once, as it was sent or as it came back', async () => {
    const source = await sharp(await picture())
      .jpeg()
      .toBuffer();
    const first = await upload('one.jpg', source);
    expect(await upload('two.jpg', source)).toEqual(first);
    const kept = Buffer.from(await (await get(first.url, { ...editor.headers })).arrayBuffer());
    expect(kept.equals(source)).toBe(false);
    expect(await upload('three.jpg', kept)).toEqual(first);
  });
});

describe('who may fetch it', () => {
  test('of a public article everybody, at an address that caches keep', async () => {
    const shown = await upload('shown.png', await picture());
    const offered = await upload('Fees 2026.csv', Buffer.from('coin,fee\nBTC,0.0001\n'));
    const article = await makeArticle(editor, category.id, { text: `![The screen](${shown.url})` });
    await attach(article.id, [offered.id]);
    for (const { url } of [shown, offered]) {
      expect(await status(url)).toBe(404);
      expect(await status(url, { ...editor.headers })).toBe(200);
    }
    await publish(editor, article.id, 'en');
    await eventually(() => status(shown.url)).toBe(200);

    const response = await get(shown.url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline;/),
      'cache-control': 'public, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const again = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect(await status(shown.url, again)).toBe(304);
    expect(await status(shown.url.replace('shown.png', 'other.png'))).toBe(404);
    const download = await get(offered.url);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="Fees 2026.csv"/);
    expect(download.headers.get('content-type')).toBe('text/csv; charset=utf-8');

    const { html, attachments } = await server.nobody.call(help.article, {
      params: { slug: article.slug },
      query: { locale: 'en' },
    });
    expect(html).toContain(
      `<img src="${shown.url}" alt="The screen" width="64" height="32" loading="lazy" decoding="async">`,
    );
    expect(attachments).toEqual([{ name: 'Fees 2026.csv', type: 'text/csv', size: 20, url: offered.url }]);
    const page = await (await get(`/help/en/${category.slug}/${article.slug}`)).text();
    expect(page).toContain(`src="${shown.url}"`);
    expect(page).toMatch(/Downloads<\/h2>.*Fees 2026\.csv<\/a> <span>CSV, 0\.1 kB/);

    await editor.call(articles.archive, { params: { id: article.id, locale: 'en' } });
    await eventually(() => status(shown.url)).toBe(404);
  });

  test.each(['signed_in', 'agents'] as const)(
    'of one for %s those who read it, for two days',
    async (visibility) => {
      const file = await upload('inside.png', await picture());
      const text = `![Inside](${file.url})`;
      const { slug } = await makeArticle(editor, category.id, { text, visibility, published: true });
      const html = async () =>
        (await editor.call(help.article, { params: { slug }, query: { locale: 'en' } })).html;
      await eventually(() => html().catch(() => '')).toContain('src="');
      expect(await status(file.url)).toBe(404);
      const signed = /src="([^"]+)"/.exec(await html())?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(signed).toMatch(/\?e=\d+&s=/);
      const response = await get(signed);
      expect([response.status, response.headers.get('cache-control')]).toEqual([
        200,
        'private, max-age=86400, immutable',
      ]);
      expect(await status(signed.replace(/.$/, (it) => (it === 'A' ? 'B' : 'A')))).toBe(404);
      const other = await upload('other.png', await picture());
      expect(await status(signed.replace(file.url, other.url))).toBe(404);

      // The same picture in a public article is public.
      await makeArticle(editor, category.id, { text, published: true });
      await eventually(() => status(file.url)).toBe(200);
      expect(await html()).toContain(`src="${file.url}"`);
    },
  );

  test('an editor sees it in the preview, and is told what is not there or says nothing', async () => {
    const file = await upload('draft.png', await picture());
    const gone = file.url.replace(file.id, '01900000-0000-7000-8000-000000000001');
    const { html, problems } = await editor.call(articles.preview, {
      body: { body: `![](${file.url}) ![Lost](${gone})`, locale: 'en' },
    });
    expect(problems).toEqual([
      { kind: 'alt', what: file.url },
      { kind: 'picture', what: gone },
    ]);
    const signed = /src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const response = await get(signed);
    expect([response.status, response.headers.get('cross-origin-resource-policy')]).toEqual([
      200,
      'cross-origin',
    ]);
  });
});

test('a file that is not there is not attached', async () => {
  const { id } = await makeArticle(editor, category.id);
  await expect(attach(id, ['01900000-0000-7000-8000-000000000001'])).rejects.toThrow('file.not_found');
});

test('a folder carries pictures and files along, and finds those that are here', async () => {
  const shown = await upload('Screen.png', await picture());
  const offered = await upload('form.pdf', pdf('form'));
  const article = await makeArticle(editor, category.id, {
    slug: 'with-files',
    text: `![A](${shown.url}) [Form](${offered.url})`,
    published: true,
  });
  await attach(article.id, [offered.id]);
  const { files } = await editor.call(articles.export, {});
  const own = files.filter((it) => it.path.includes('/with-files/'));
  expect(own).toMatchObject([
    { path: 'deposits/with-files/en.md', text: expect.stringMatching(/attachments:\n {2}- form\.pdf/) },
    { path: 'deposits/with-files/files/screen.png', fileId: shown.id, url: shown.url },
    { path: 'deposits/with-files/files/form.pdf', fileId: offered.id, url: offered.url },
  ]);
  expect(own[0]).toMatchObject({
    text: expect.stringContaining('![A](./files/screen.png) [Form](./files/form.pdf)'),
  });
  const take = (moved: typeof own) => editor.call(articles.import, { body: { files: moved, publish: true } });
  expect(await take(own)).toMatchObject({ articles: [{ outcome: 'unchanged' }], problems: [] });

  // Elsewhere the bytes are sent anew, and the folder names them by the ids that they have there.
  const [text, ...rest] = own.map((it) => ({ ...it, path: it.path.replace('with-files', 'with-files-too') }));
  if (!text) throw new Error('no text');
  const unsent = rest.map(({ path }, at) => ({ path, digest: `${at}`.repeat(64) }));
  const tried = await editor.call(articles.import, { body: { files: [text, ...unsent], trial: true } });
  expect(tried).toMatchObject({ articles: [{ outcome: 'created' }], problems: [] });
  expect(await editor.call(articles.import, { body: { files: [text, ...unsent] } })).toMatchObject({
    problems: [{ path: 'deposits/with-files-too', problem: 'file_not_found' }],
  });
  const sent = await Promise.all(
    rest.map(async (it) => {
      const bytes = 'url' in it ? await (await get(it.url, { ...editor.headers })).arrayBuffer() : null;
      const { id } = await upload('sent-again', Buffer.from(bytes ?? new ArrayBuffer()));
      return { path: it.path, fileId: id, url: '' };
    }),
  );
  expect(await take([text, ...sent])).toMatchObject({ articles: [{ outcome: 'created' }], problems: [] });
  // What is here is known by its bytes.
  const known = await Promise.all(
    rest.map(async ({ path }) => {
      const url = own.flatMap((it) =>
        'url' in it && path.endsWith(it.path.split('/').at(-1) ?? '-') ? it.url : [],
      );
      const bytes = Buffer.from(await (await get(url[0] ?? '', { ...editor.headers })).arrayBuffer());
      return { path, digest: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
  const again = { files: [text, ...known], publish: true, trial: true };
  expect(await editor.call(articles.import, { body: again })).toMatchObject({
    articles: [{ outcome: 'unchanged' }],
  });
  const { items } = await editor.call(articles.list, { query: { text: 'with-files-too' } });
  expect(items[0]).toMatchObject({ attachments: [offered.id], files: [{ url: offered.url }] });
  const lost = sent.map((it) => ({ ...it, fileId: '01900000-0000-7000-8000-000000000001' }));
  expect(await take([text, ...lost])).toMatchObject({
    problems: [{ path: 'deposits/with-files-too', problem: 'file_not_found' }],
  });
});

test('what nothing uses is removed after a month, and what an earlier revision shows is kept', async () => {
  const now = await upload('now.png', await picture());
  const before = await upload('before.png', await picture());
  const unused = await upload('unused.png', await picture());
  const offered = await upload('offered.pdf', pdf('offered'));
  const { id } = await makeArticle(editor, category.id, { text: `![A](${before.url})`, published: true });
  await save(editor, id, 'en', `![B](${now.url})`);
  await publish(editor, id, 'en');
  await attach(id, [offered.id]);
  const { files, jobs } = server.platform;
  const kept = async () => {
    await jobs.turn('helpcenter.sweep-files');
    return Promise.all(
      [now, before, unused, offered].map((it) => files.exists(`help-files/${it.id}/original`)),
    );
  };
  server.clock.advance({ days: 29 });
  expect(await kept()).toEqual([true, true, true, true]);
  server.clock.advance({ days: 2 });
  expect(await kept()).toEqual([true, true, false, true]);
  // What was published is seen once the node has heard of it.
  await expect.poll(() => status(now.url)).toBe(200);
});
