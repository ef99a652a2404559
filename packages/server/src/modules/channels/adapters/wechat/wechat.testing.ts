import { createCipheriv } from 'node:crypto';
import type { Answer, Ask, RawRequest, SendContext } from '../../port.ts';
import { signTexts } from './prove-request.ts';

/** What tests of this adapter share: pushes as WeChat signs and encrypts them, and an API that answers what it is told to. */

export const token = '5f1d7a3c9b0e4826a7c4d5e6f7089123';
export const appId = 'wx2c2769f8efd9abc2';
export const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
export const openid = 'oyORnuP8q7ou2gfYjqLzSIWZf0rs';
export const timestamp = '1409735669';
const nonce = '1320562132';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Fields as WeChat writes them: numbers bare, texts in CDATA. */
export function xmlOf(fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    const cdata = String(value).replaceAll(']]>', ']]]]><![CDATA[>');
    return `<${name}>${typeof value === 'number' ? value : `<![CDATA[${cdata}]]>`}</${name}>`;
  });
  return `<xml>${lines.join('\n')}</xml>`;
}

/** As WeChat encrypts: its sample code in five languages does the same. */
export function encrypt(message: Uint8Array, key = encodingAesKey, forAppId = appId): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const whole = Buffer.concat([Buffer.from('aaaabbbbccccdddd'), length, message, Buffer.from(forAppId)]);
  const fill = 32 - (whole.length % 32);
  const aes = Buffer.from(`${key}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([whole, Buffer.alloc(fill, fill)])),
    cipher.final(),
  ]).toString('base64');
}

export function request(body: string, query: Readonly<Record<string, string>>): RawRequest {
  return {
    headers: { 'content-type': 'text/xml' },
    query,
    body: bytesOf(body),
    session: null,
    receivedAt: new Date('2026-11-24T08:00:00Z'),
  };
}

/** A push in safe mode: nothing but ciphertext, signed. */
export function safe(message: string | Uint8Array): RawRequest {
  return sealed(encrypt(typeof message === 'string' ? bytesOf(message) : message));
}

/** A push with this ciphertext, signed. */
export function sealed(encrypted: string): RawRequest {
  const body = xmlOf({ ToUserName: 'gh_10f6c3c3ac5a', Encrypt: encrypted });
  return request(body, {
    signature: signTexts(token, timestamp, nonce),
    timestamp,
    nonce,
    openid,
    encrypt_type: 'aes',
    msg_signature: signTexts(token, timestamp, nonce, encrypted),
  });
}

/** A push in plain mode. */
export const plain = (message: string): RawRequest =>
  request(message, { signature: signTexts(token, timestamp, nonce), timestamp, nonce, openid });

/** A message of a person, with the fields of its kind. */
export const message = (
  kind: string,
  fields: Readonly<Record<string, string | number>>,
  id: string | null = '6054768590064713728',
): string =>
  xmlOf({
    ToUserName: 'gh_10f6c3c3ac5a',
    FromUserName: openid,
    CreateTime: 1409735668,
    MsgType: kind,
    ...fields,
    ...(id !== null && { MsgId: id }),
  }).replace(/<MsgId><!\[CDATA\[(\d+)\]\]><\/MsgId>/, '<MsgId>$1</MsgId>');

export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly text: string;
}

/** An `ask` that notes what it is asked and answers one after another; the last answer holds on. */
export function wechat(...answers: (object | Partial<Answer>)[]): { ask: Ask; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    ask: async (url, { method = 'GET', body = '' }) => {
      const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? {};
      asked.push({ url: new URL(url), method, text });
      const whole = { status: 200, headers: { 'content-type': 'application/json' }, ...answer };
      return 'body' in whole && whole.body instanceof Uint8Array
        ? { ...whole, body: whole.body }
        : { status: 200, headers: whole.headers, body: bytesOf(JSON.stringify(answer)) };
    },
  };
}

/** Where a part goes. */
export const context = (ask: Ask, more: Partial<SendContext> = {}): SendContext => ({
  address: openid,
  threadKey: null,
  credentials: { appId, wechatSecret: 'secret', accessToken: 'ACCESS_TOKEN' },
  key: 'message:0',
  signal: AbortSignal.timeout(5000),
  ask,
  ...more,
});
