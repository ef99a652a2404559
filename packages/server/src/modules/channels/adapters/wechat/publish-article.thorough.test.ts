import { registerWechat } from '@fairlead/playground';
import { fastify } from 'fastify';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Ask } from '../../port.ts';
import { plainCover } from './plain-cover.ts';
import { articleOf, publishArticle, retractArticle } from './publish-article.ts';
import { renewToken } from './sign-in.ts';
import { appId, context, wechat } from './wechat.testing.ts';

const post = {
  key: 'k',
  text: '系统维护公告\n\n今晚 22:00 起维护 <30 分钟',
  link: 'https://help.example.com/a',
};
const covers = { item: [{ media_id: 'COVER', name: 'announcement-cover.jpg' }], total_count: 1 };
const draft = { media_id: 'DRAFT' };
const submitted = { errcode: 0, errmsg: 'ok', publish_id: '100000001' };
const out = {
  publish_id: '100000001',
  publish_status: 0,
  article_id: 'ARTICLE_ID',
  article_detail: { count: 1, item: [{ idx: 1, article_url: 'https://mp.weixin.qq.com/s/x' }] },
};
const checking = { publish_id: '100000001', publish_status: 1 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What it comes to, once its waits are over. */
async function settled<T>(work: Promise<T>): Promise<T> {
  const done = work.finally(() => {});
  done.catch(() => {});
  await vi.runAllTimersAsync();
  return done;
}

describe('an article', () => {
  test('is drafted, submitted, and known by its id once WeChat has checked it', async () => {
    const { ask, asked } = wechat(covers, draft, submitted, checking, out);
    expect(await settled(publishArticle(post, context(ask)))).toEqual({
      externalId: 'ARTICLE_ID',
      link: 'https://mp.weixin.qq.com/s/x',
    });
    expect(asked.map(({ url }) => url.pathname)).toEqual([
      '/cgi-bin/material/batchget_material',
      '/cgi-bin/draft/add',
      '/cgi-bin/freepublish/submit',
      '/cgi-bin/freepublish/get',
      '/cgi-bin/freepublish/get',
    ]);
    expect(JSON.parse(asked[1]?.text ?? '')).toEqual({
      articles: [
        {
          title: '系统维护公告',
          content: '<p>今晚 22:00 起维护 &lt;30 分钟</p>',
          content_source_url: 'https://help.example.com/a',
          thumb_media_id: 'COVER',
          need_open_comment: 0,
        },
      ],
    });
  });

  test('gets a cover of ours where the account has none', async () => {
    const { ask, asked } = wechat({ item: [], total_count: 0 }, { media_id: 'OURS' }, draft, submitted, out);
    await settled(publishArticle(post, context(ask)));
    expect(asked[1]?.url.href).toContain(
      '/cgi-bin/material/add_material?access_token=ACCESS_TOKEN&type=image',
    );
    expect(asked[2]?.text).toContain('"thumb_media_id":"OURS"');
    expect(await sharp(plainCover()).metadata()).toMatchObject({ format: 'png', width: 900, height: 383 });
  });

  test.each([
    ['refused by the review', [{ ...checking, publish_status: 4 }], 'not published: the review refused it'],
    ['still being checked', [checking], 'the platform is still checking the article: 100000001'],
    ['lost from sight', [{ errcode: -1, errmsg: 'system error' }], 'system error (-1)'],
  ])('that is %s is not published a second time', async (_, answers, words) => {
    const { ask } = wechat(covers, draft, submitted, ...answers);
    await expect(settled(publishArticle(post, context(ask)))).rejects.toMatchObject({
      permanent: true,
      message: words,
    });
  });

  test('is tried again where nothing was submitted yet', async () => {
    const { ask } = wechat(covers, { errcode: 45009, errmsg: 'reach max api daily quota limit' });
    await expect(settled(publishArticle(post, context(ask)))).rejects.toMatchObject({ permanent: false });
  });

  test.each([
    ['taken back', { errcode: 0, errmsg: 'ok' }],
    ['gone already', { errcode: 53600, errmsg: 'invalid article id' }],
  ])('is %s', async (_, answer) => {
    const { ask, asked } = wechat(answer);
    await retractArticle('ARTICLE_ID', context(ask));
    expect(JSON.parse(asked[0]?.text ?? '')).toEqual({ article_id: 'ARTICLE_ID', index: 0 });
  });
});

test.each([
  ['a title alone', '维护', '维护', '<p>维护</p>'],
  ['a title and lines', '维护\n\n一\n二', '维护', '<p>一</p><p>二</p>'],
  [
    'a title that is too long',
    `${'长'.repeat(33)}\n\n一`,
    `${'长'.repeat(31)}…`,
    `<p>${'长'.repeat(33)}</p><p>一</p>`,
  ],
])('%s', (_, text, title, content) => {
  expect(articleOf({ key: 'k', text, link: null }, 'COVER')).toEqual({
    title,
    content,
    thumb_media_id: 'COVER',
    need_open_comment: 0,
  });
});

test('comes out at a simulated WeChat, and is gone when it is taken back', async () => {
  vi.useRealTimers();
  const account = { appId, secret: 'SECRET', encodingAesKey: '', token: '', webhookUrl: null };
  const server = fastify();
  onTestFinished(() => server.close());
  registerWechat(server, { account, now: () => new Date() });
  const ask: Ask = async (url, { method = 'GET', headers = {}, body = '' }) => {
    const { pathname, search } = new URL(url);
    const answered = await server.inject({
      method,
      url: pathname + search,
      headers,
      payload: Buffer.from(body),
    });
    const type = String(answered.headers['content-type']);
    return { status: answered.statusCode, headers: { 'content-type': type }, body: answered.rawPayload };
  };
  const signal = AbortSignal.timeout(5000);
  const { credentials } = await renewToken({ appId, wechatSecret: 'SECRET' }, signal, ask);
  const there = context(ask, { credentials });
  const { externalId, link } = await publishArticle(post, there);
  const shown = (await server.inject(new URL(link ?? '').pathname)).body;
  expect(shown).toContain('<h1>系统维护公告</h1><p>今晚 22:00 起维护 &lt;30 分钟</p>');
  expect(shown).toContain('https://help.example.com/a');
  // The cover is there by now.
  await publishArticle({ ...post, text: 'Another' }, there);
  await retractArticle(externalId, there);
  await retractArticle(externalId, there);
  expect((await server.inject(new URL(link ?? '').pathname)).statusCode).toBe(404);
});
