import { describe, expect, test } from 'vitest';
import type { OutboundFile, OutboundMessage } from '../../port.ts';
import { encodeMessage, maximumBytes } from './encode-message.ts';
import { personName } from './person-name.ts';
import { sendPart } from './send-part.ts';
import { checkAccount, renewToken } from './sign-in.ts';
import { appId, context, openid, wechat } from './wechat.testing.ts';

const ok = { errcode: 0, errmsg: 'ok' };
const file: OutboundFile = {
  id: 'f1',
  name: '步骤.png',
  type: 'image/png',
  size: 4,
  read: async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
};
const part = (more: Partial<OutboundMessage> = {}) => {
  const [first] = encodeMessage({ id: 'message', text: '', ...more });
  if (!first) throw new Error('nothing to send');
  return first;
};
const bodyOf = (asked: { text: string } | undefined): unknown => JSON.parse(asked?.text ?? '');

describe('sending', () => {
  test('a text, in its own letters', async () => {
    const { ask, asked } = wechat(ok);
    expect(await sendPart(part({ text: '您好' }), context(ask))).toEqual({ externalId: 'message:0' });
    expect(asked[0]?.url.href).toBe(
      'https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=ACCESS_TOKEN',
    );
    expect(asked[0]?.text).toBe(`{"touser":"${openid}","msgtype":"text","text":{"content":"您好"}}`);
  });

  test('a menu of choices', async () => {
    const { ask, asked } = wechat(ok);
    await sendPart(part({ text: '有交易哈希吗？', quickReplies: ['有', '没有'] }), context(ask));
    expect(bodyOf(asked[0])).toEqual({
      touser: openid,
      msgtype: 'msgmenu',
      msgmenu: {
        head_content: '有交易哈希吗？',
        list: [
          { id: '1', content: '有' },
          { id: '2', content: '没有' },
        ],
        tail_content: '',
      },
    });
  });

  test('numbered choices where the account has no menus', async () => {
    const { ask, asked } = wechat({ errcode: 40200, errmsg: 'invalid account type' }, ok);
    await sendPart(part({ text: '哪个网络？', quickReplies: ['Tron', 'Ethereum'] }), context(ask));
    expect(bodyOf(asked[1])).toMatchObject({ text: { content: '哪个网络？\n\n1. Tron\n2. Ethereum' } });
  });

  test.each([
    ['image/png', 'image', 'picture.png'],
    ['image/gif', 'image', 'picture.gif'],
    ['audio/mpeg', 'voice', 'voice.mp3'],
    ['video/mp4', 'video', 'video.mp4'],
  ])('a file of %s, which is uploaded before', async (type, kind, name) => {
    const { ask, asked } = wechat({ type: kind, media_id: 'MEDIA_ID', created_at: 1 }, ok);
    await sendPart(part({ files: [{ ...file, type }] }), context(ask));
    expect(asked[0]?.url.href).toContain(`/cgi-bin/media/upload?access_token=ACCESS_TOKEN&type=${kind}`);
    expect(asked[0]?.text).toContain(`name="media"; filename="${name}"`);
    expect(bodyOf(asked[1])).toMatchObject({ msgtype: kind, [kind]: { media_id: 'MEDIA_ID' } });
  });

  test.each([
    ['a letter', { type: 'application/pdf' }],
    ['a picture that is too large', { size: 10 * 1024 * 1024 + 1 }],
    ['a voice that is too large', { type: 'audio/mpeg', size: 2 * 1024 * 1024 + 1 }],
  ])('fails for %s before anything is asked', async (_, more) => {
    const { ask, asked } = wechat(ok);
    const sending = sendPart(part({ files: [{ ...file, ...more }] }), context(ask));
    await expect(sending).rejects.toMatchObject({ permanent: true });
    expect(asked).toEqual([]);
  });

  test.each([
    [40001, 'invalid credential', { permanent: false, signInRefused: true }],
    [42001, 'access_token expired', { permanent: false, signInRefused: true }],
    [40014, 'invalid access_token', { permanent: false, signInRefused: true }],
    [40003, 'invalid openid', { permanent: true }],
    [43004, 'require subscribe', { permanent: true }],
    [45002, 'content size out of limit', { permanent: true }],
    [45009, 'reach max api daily quota limit', { permanent: false, retryAfter: 3600 }],
    [45011, 'api minute-quota reach limit', { permanent: false, retryAfter: 60 }],
    [45015, 'response out of time limit or subscription is canceled', { permanent: true }],
    [45047, 'out of response count limit', { permanent: true }],
    [48001, 'api unauthorized', { permanent: true }],
    [50002, 'user limited', { permanent: true }],
    [-1, 'system error', { permanent: false, retryAfter: null, signInRefused: false }],
    [40164, 'invalid ip 1.2.3.4, not in whitelist', { permanent: false, signInRefused: false }],
  ])('says what %i means, in WeChat’s words', async (errcode, errmsg, meaning) => {
    const { ask } = wechat({ errcode, errmsg: `${errmsg} rid: 60efa0a7` });
    const error = await sendPart(part({ text: 'x' }), context(ask)).catch((it: unknown) => it);
    expect(error).toMatchObject({ ...meaning, message: `${errmsg} rid: 60efa0a7 (${errcode})` });
    expect((error as Error).message).not.toContain('ACCESS_TOKEN');
  });

  test.each([
    ['a server in trouble', { status: 502, body: new TextEncoder().encode('<html>') }],
    ['an answer that is none', { status: 200, body: new TextEncoder().encode('[]') }],
  ])('is tried again after %s', async (_, answer) => {
    const { ask } = wechat(answer);
    await expect(sendPart(part({ text: 'x' }), context(ask))).rejects.toMatchObject({ permanent: false });
  });
});

describe('encoding', () => {
  const bytes = (text: string) => Buffer.byteLength(text);

  test.each([
    ['Latin', 'a'.repeat(2048), 1],
    ['one more', 'a'.repeat(2049), 2],
    ['Chinese', '您'.repeat(682), 1],
    ['one more', '您'.repeat(683), 2],
    ['emoji', '😀'.repeat(512), 1],
    ['one more', '😀'.repeat(513), 2],
  ])('counts bytes: %s', (_, text, pieces) => {
    const parts = encodeMessage({ id: 'm', text });
    expect(parts).toHaveLength(pieces);
    expect(parts.map((it) => it.text).join('')).toBe(text);
    for (const it of parts) expect(bytes(it.text)).toBeLessThanOrEqual(maximumBytes);
  });

  test('leaves choices their room below the last piece', () => {
    const quickReplies = ['充值未到账，已经等了一个小时以上', '提现'];
    const parts = encodeMessage({ id: 'm', text: '您'.repeat(680), quickReplies, files: [file] });
    expect(parts.map((it) => [it.file?.id ?? null, it.quickReplies.length])).toEqual([
      [null, 0],
      [null, 2],
      ['f1', 0],
    ]);
    const whole = (parts[1]?.text ?? '') + quickReplies.join('');
    expect(bytes(whole)).toBeLessThan(maximumBytes);
  });

  test('writes choices without words as a text', async () => {
    const { ask, asked } = wechat(ok);
    await sendPart(part({ quickReplies: ['Yes', 'No'] }), context(ask));
    expect(bodyOf(asked[0])).toMatchObject({ msgtype: 'text', text: { content: '1. Yes\n2. No' } });
  });
});

describe('signing in', () => {
  const signal = AbortSignal.timeout(5000);
  const credentials = { appId, wechatSecret: 'SECRET' };

  test('asks for the stable token, with the secret in no address', async () => {
    const { ask, asked } = wechat({ access_token: 'NEW', expires_in: 7200 });
    expect(await renewToken(credentials, signal, ask)).toEqual({
      credentials: { accessToken: 'NEW' },
      seconds: 7200,
    });
    expect(asked[0]?.url.href).toBe('https://api.weixin.qq.com/cgi-bin/stable_token?');
    expect(bodyOf(asked[0])).toEqual({
      grant_type: 'client_credential',
      appid: appId,
      secret: 'SECRET',
      force_refresh: false,
    });
  });

  test('is refused with a wrong secret', async () => {
    const { ask } = wechat({ errcode: 40125, errmsg: 'invalid appsecret' });
    await expect(renewToken(credentials, signal, ask)).rejects.toMatchObject({ signInRefused: true });
  });

  test('tries the token, and looks at the key before', async () => {
    const { ask, asked } = wechat({ ip_list: ['101.226.103.0'] });
    expect(await checkAccount(credentials, signal, ask)).toEqual({ name: appId, handle: null, link: null });
    const named = { ...credentials, accountName: 'HTX 服务号' };
    expect((await checkAccount(named, signal, ask)).name).toBe('HTX 服务号');
    const wrong = checkAccount({ ...credentials, encodingAesKey: 'short' }, signal, ask);
    await expect(wrong).rejects.toMatchObject({ permanent: true });
    expect(asked).toHaveLength(2);
  });
});

test.each([
  ['nobody', { subscribe: 1, openid, nickname: '', remark: '' }, null],
  ['whom operators have named', { subscribe: 1, openid, nickname: '', remark: '王先生' }, '王先生'],
  ['who does not follow', { subscribe: 0, openid }, null],
])('the name of %s', async (_, answer, name) => {
  const { ask, asked } = wechat(answer);
  expect(await personName(openid, context(ask) as Parameters<typeof personName>[1])).toBe(name);
  expect(asked[0]?.url.searchParams.get('openid')).toBe(openid);
});
