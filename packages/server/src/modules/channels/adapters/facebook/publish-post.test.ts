import { expect, test } from 'vitest';
import { context, graph, pageId } from './facebook.testing.ts';
import { publishPost, retractPost, revisePost } from './publish-post.ts';

const id = `${pageId}_1740604562837652`;
const post = { key: 'k', text: 'Maintenance', link: 'https://help.example.com/a' };
const refusal = (code: number, error_subcode?: number) => ({
  status: 400,
  body: { error: { message: 'Refused', code, error_subcode } },
});

test('a post of the page is made, changed and removed', async () => {
  const { ask, asked } = graph({ body: { id } }, { body: { success: true } });
  expect(await publishPost(post, context(ask))).toEqual({
    externalId: id,
    link: `https://www.facebook.com/${id}`,
  });
  await revisePost(id, { ...post, text: 'Over' }, context(ask));
  await retractPost(id, context(ask));
  expect(asked.map(({ method, url, text }) => [method, url.pathname, text && JSON.parse(text)])).toEqual([
    ['POST', '/v25.0/me/feed', { message: 'Maintenance', link: 'https://help.example.com/a' }],
    ['POST', `/v25.0/${id}`, { message: 'Over' }],
    ['DELETE', `/v25.0/${id}`, ''],
  ]);
});

test('a post with a picture carries it, and its link in its words', async () => {
  const picture = { id: 'f', name: 'a.png', type: 'image/png', size: 1, read: async () => new Uint8Array(1) };
  const { ask, asked } = graph({ body: { id: '77' } }, { body: { id } }, { body: { success: true } });
  await publishPost({ ...post, picture }, context(ask));
  await revisePost(id, { ...post, text: 'Over', picture }, context(ask));
  expect(asked.map((it) => it.url.pathname)).toEqual(['/v25.0/me/photos', '/v25.0/me/feed', `/v25.0/${id}`]);
  expect(JSON.parse(asked[1]?.text ?? '')).toEqual({
    message: 'Maintenance\n\nhttps://help.example.com/a',
    attached_media: [{ media_fbid: '77' }],
  });
  expect(JSON.parse(asked[2]?.text ?? '')).toEqual({ message: 'Over\n\nhttps://help.example.com/a' });
});

test('what was removed at Facebook already is removed', async () => {
  await retractPost(id, context(graph(refusal(100, 33)).ask));
  await expect(retractPost(id, context(graph(refusal(200)).ask))).rejects.toMatchObject({ permanent: true });
});

test.each([
  ['a limit', refusal(32), { permanent: false, retryAfter: 600 }],
  ['a token that has ended', refusal(190), { permanent: false, signInRefused: true }],
  ['an answer without an id', { body: {} }, { permanent: true }],
])('says what became of it: %s', async (_, answer, wanted) => {
  await expect(publishPost(post, context(graph(answer).ask))).rejects.toMatchObject(wanted);
});
