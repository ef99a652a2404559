import { weightedLength } from '@fairlead/contract/weighted-length';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postOf, publishPost, retractPost } from './publish-post.ts';
import { api, context } from './x.testing.ts';

const link = 'https://help.example.com/en/announcements/maintenance-of-the-matching-engine-on-saturday';
const post = { key: 'k', text: 'Maintenance on Saturday', link };
const made = { status: 201, body: { data: { id: '1445880548472328192', text: '' } } };

describe('a post of the account', () => {
  test('is made, and taken back', async () => {
    const { ask, asked } = api(made, { body: { data: { deleted: true } } });
    expect(await publishPost(post, context(ask, { address: '' }))).toEqual({
      externalId: '1445880548472328192',
      link: 'https://x.com/i/web/status/1445880548472328192',
    });
    await retractPost('1445880548472328192', context(ask));
    expect(asked.map(({ method, url, text }) => [method, url.pathname, text && JSON.parse(text)])).toEqual([
      ['POST', '/2/tweets', { text: `Maintenance on Saturday\n\n${link}` }],
      ['DELETE', '/2/tweets/1445880548472328192', ''],
    ]);
  });

  test('brings its picture', async () => {
    const file = { id: 'f', name: 'a.png', type: 'image/png', size: 1, read: async () => new Uint8Array(1) };
    const upload = { body: { data: { id: '77' } } };
    const { ask, asked } = api(upload, { body: null }, upload, made);
    await publishPost({ ...post, picture: file }, context(ask));
    expect(JSON.parse(asked[0]?.text ?? '')).toMatchObject({ media_category: 'tweet_image' });
    expect(JSON.parse(asked.at(-1)?.text ?? '')).toMatchObject({ media: { media_ids: ['77'] } });
  });

  test('that is gone already is taken back; other refusals are said', async () => {
    const refusal = (status: number) => api({ status, body: { title: 'Refused' } });
    await retractPost('1', context(refusal(404).ask));
    await expect(retractPost('1', context(refusal(403).ask))).rejects.toMatchObject({ permanent: true });
    await expect(publishPost(post, context(refusal(401).ask))).rejects.toMatchObject({ signInRefused: true });
  });

  test.each([
    ['all of it', 'Short', null, 'Short'],
    ['the link alone', '', link, link],
    ['what fits, then the link', '充'.repeat(140), link, `${'充'.repeat(126)}…\n\n${link}`],
  ])('says %s', (_, text, at, expected) => {
    expect(postOf(text, at)).toBe(expected);
  });

  test('is never longer than X counts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom(null, link),
        (text, at) => {
          expect(weightedLength(postOf(text, at))).toBeLessThanOrEqual(280);
        },
      ),
      { numRuns: 50 },
    );
  });
});
