import { describe, expect, test } from 'vitest';
import { fetchFile, videoAddress } from './fetch-file.ts';
import { context, wechat } from './wechat.testing.ts';

const picture = { externalId: 'MEDIA_ID', name: null, type: 'image/*' };
const bytes = Uint8Array.of(1, 2, 3);
const fetching = (...answers: Parameters<typeof wechat>) => {
  const { ask, asked } = wechat(...answers);
  const { credentials, signal } = context(ask);
  return { asked, file: fetchFile(picture, { credentials, signal, ask, maximumBytes: 1000 }) };
};

describe('a file', () => {
  test('is fetched by its media id', async () => {
    const headers = {
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="MEDIA_ID.jpg"',
    };
    const { asked, file } = fetching({ headers, body: bytes });
    expect(await file).toEqual({ bytes, name: 'MEDIA_ID.jpg', type: 'image/jpeg' });
    expect(asked[0]?.url.href).toBe(
      'https://api.weixin.qq.com/cgi-bin/media/get?access_token=ACCESS_TOKEN&media_id=MEDIA_ID',
    );
  });

  test('that is a video lies elsewhere', async () => {
    const video = { headers: { 'content-type': 'video/mp4' }, body: bytes };
    const { asked, file } = fetching({ video_url: 'http://video.weixin.qq.com/v?m=1' }, video);
    expect(await file).toMatchObject({ bytes, type: 'video/mp4' });
    expect(asked[1]?.url.href).toBe('https://video.weixin.qq.com/v?m=1');
  });

  test.each([
    ['has ended', { errcode: 40007, errmsg: 'invalid media_id' }, { permanent: true }],
    ['lies with somebody else', { video_url: 'https://evil.example/v' }, { permanent: true }],
    ['needs another token', { errcode: 42001, errmsg: 'access_token expired' }, { signInRefused: true }],
    ['comes too often', { errcode: 45009, errmsg: 'reach max api daily quota limit' }, { permanent: false }],
  ])('that %s', async (_, answer, expected) => {
    await expect(fetching(answer).file).rejects.toMatchObject(expected);
  });
});

test.each([
  ['https://video.qq.com/a', 'https://video.qq.com/a'],
  ['http://mmbiz.qpic.cn/a', 'https://mmbiz.qpic.cn/a'],
  ['https://weixin.qq.com.evil.example/a', null],
  ['https://evilweixin.qq.com/a', null],
  ['https://user@video.qq.com/a', null],
  ['https://video.qq.com:8080/a', null],
  ['ftp://video.qq.com/a', null],
  ['nonsense', null],
  ['http://127.0.0.1:4800/file/1', 'http://127.0.0.1:4800/file/1'],
  ['http://127.0.0.1:4801/file/1', null],
])('a video may be fetched from %s: %s', (address, expected) => {
  expect(videoAddress(address, { wechatUrl: 'http://127.0.0.1:4800/wechat' })).toBe(expected);
});
