import { describe, expect, test } from 'vitest';
import { accessTo, fetchFile } from './fetch-file.ts';
import { api, credentials } from './x.testing.ts';

const own = { ...credentials, xApiUrl: 'http://127.0.0.1:4800/playground/x' };
const fetching = (ask: ReturnType<typeof api>['ask'], address: string, given = credentials) =>
  fetchFile(
    { externalId: address, name: null, type: 'image/*' },
    { credentials: given, signal: AbortSignal.timeout(5000), maximumBytes: 1000, ask },
  );

describe('a file', () => {
  test.each([
    ['https://ton.twitter.com/1.1/ton/data/dm/1/2/a.jpg', 'signed'],
    ['https://ton.x.com/1.1/ton/data/dm/1/2/a.jpg', 'signed'],
    ['https://video.twimg.com/dm_video/1/a.mp4', 'signed'],
    ['https://video.twimg.com/ext_tw_video/1/a.mp4', 'open'],
    ['https://api.x.com/2/dm_conversations/media/1/2/a.jpg', 'signed'],
    ['https://api.x.com/2/dm_events', 'refused'],
    ['https://pbs.twimg.com/media/a.jpg', 'open'],
    ['http://pbs.twimg.com/media/a.jpg', 'refused'],
    ['https://pbs.twimg.com:8443/media/a.jpg', 'refused'],
    ['https://pbs.twimg.com.evil.org/a.jpg', 'refused'],
    ['https://evil.org/pbs.twimg.com/a.jpg', 'refused'],
    ['https://user@pbs.twimg.com/a.jpg', 'refused'],
    ['http://127.0.0.1:4800/playground/x/files/a.png', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['', 'refused'],
  ])('at %s is %s', (address, access) => {
    expect(accessTo(address, credentials)).toBe(access);
  });

  test('lies on the server that stands in for X, if there is one', () => {
    expect(accessTo('http://127.0.0.1:4800/playground/x/files/a.png', own)).toBe('signed');
    expect(accessTo('http://127.0.0.1:4801/a.png', own)).toBe('refused');
  });

  test('of a direct message is asked for as the account, one of a post is not', async () => {
    const { ask, asked } = api({ headers: { 'content-type': 'image/jpeg; q=1' }, body: 'x' });
    expect(await fetching(ask, 'https://ton.twitter.com/1.1/a.jpg')).toMatchObject({ type: 'image/jpeg' });
    await fetching(ask, 'https://pbs.twimg.com/media/a.jpg');
    expect(asked.map(({ headers }) => headers.authorization?.slice(0, 6))).toEqual(['OAuth ', undefined]);
  });

  test('of a direct message is had from the API with a token', async () => {
    const { ask, asked } = api({ body: 'x' });
    const token = { ...credentials, userToken: 'u' };
    for (const form of ['1.1', 'i'])
      await fetching(ask, `https://ton.twitter.com/${form}/ton/data/dm/11/22/a.jpg`, token);
    expect(asked[1]?.url.href).toBe(asked[0]?.url.href);
    expect(asked[0]?.url.href).toBe('https://api.x.com/2/dm_conversations/media/11/22/a.jpg');
    expect(asked[0]?.headers.authorization).toBe('Bearer u');
  });

  test('is not followed to somewhere else', async () => {
    const { ask, asked } = api({ status: 302, headers: { location: 'https://evil.org/a' }, body: null });
    await expect(fetching(ask, 'https://ton.twitter.com/1.1/a.jpg')).rejects.toMatchObject({
      permanent: true,
    });
    expect(asked).toHaveLength(1);
  });

  test.each([
    [404, true],
    [410, true],
    [401, false],
    [429, false],
    [503, false],
  ])('with status %i is given up: %s', async (status, permanent) => {
    const { ask } = api({ status, body: null });
    await expect(fetching(ask, 'https://pbs.twimg.com/a.jpg')).rejects.toMatchObject({ permanent });
  });
});
