import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerPlayground } from './register-playground.ts';

const identitySecret = 'a secret of at least thirty-two characters';
const key = new TextEncoder().encode(identitySecret);
const now = new Date('2026-11-24T06:31:47.250Z');

let app: FastifyInstance;
let assetsDir: string;

beforeAll(async () => {
  assetsDir = await mkdtemp(join(tmpdir(), 'playground-'));
  await mkdir(join(assetsDir, 'assets'));
  await writeFile(join(assetsDir, 'index.html'), '<!doctype html><title>page</title><body></body>');
  await writeFile(join(assetsDir, 'assets', 'main-4f2a.js'), 'export {};');
  app = fastify();
  registerPlayground(app, { inboxKey: 'inbox"key', identitySecret, assetsDir, now: () => now });
  await app.ready();
});

afterAll(async () => {
  await app.close();
  await rm(assetsDir, { recursive: true });
});

const identity = async (customer: unknown) =>
  app.inject({ method: 'POST', url: '/playground/api/identity', payload: { customer } });

describe('identity', () => {
  test.each([
    ['verified', '40218831', 'standard', 'vi'],
    ['verified-ru', '35190446', 'standard', 'ru'],
    ['vip', '18826077', 'vip', 'zh-CN'],
    ['pro', '29077164', 'pro', 'ja'],
  ])('of %s is signed for five minutes', async (customer, sub, tier, locale) => {
    const answer = await identity(customer);
    const { token } = answer.json<{ token: string }>();
    expect(decodeProtectedHeader(token).alg).toBe('HS256');
    const { payload } = await jwtVerify(token, key, { currentDate: now });
    expect(payload).toMatchObject({ sub, tier, locale, iat: 1795501907, exp: 1795501907 + 300 });
    expect(payload).toMatchObject({
      name: expect.any(String),
      email: expect.stringMatching(/@example\.(com|net|org)$/),
    });
    await expect(jwtVerify(token, key, { currentDate: new Date(now.getTime() + 300_000) })).rejects.toThrow(
      errors.JWTExpired,
    );
  });

  test('is new every time', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 20 }, async () => (await identity('vip')).json().token),
    );
    const ids = await Promise.all(
      tokens.map(async (token: string) => (await jwtVerify(token, key, { currentDate: now })).payload.jti),
    );
    expect(new Set(ids).size).toBe(20);
    expect(ids).not.toContain(undefined);
  });

  test.each([['nobody'], [undefined], [7]])('of %s is refused', async (customer) => {
    expect((await identity(customer)).statusCode).toBe(404);
  });

  test('config names the inbox and the customers', async () => {
    const config = (await app.inject('/playground/api/config')).json();
    expect(config.inboxKey).toBe('inbox"key');
    expect(config.customers.map((customer: { id: string }) => customer.id)).toEqual([
      'verified',
      'verified-ru',
      'verified-es',
      'vip',
      'vip-ko',
      'pro',
      'pro-en',
    ]);
  });
});

describe('page files', () => {
  test.each([
    ['zh-CN,zh;q=0.9', '<p lang="zh-CN">交易页面'],
    ['tr', '<p lang="en">The trading page'],
  ])('without scripts the page says what it needs, to readers of %s', async (accepted, said) => {
    const { body, headers } = await app.inject({
      url: '/playground/x',
      headers: { 'accept-language': accepted },
    });
    expect(body).toContain(`<noscript>${said}`);
    expect(body).toContain('<a href="/help/">');
    expect(headers['vary']).toBe('accept-language');
  });

  test('the page is asked anew and answered 304 when unchanged', async () => {
    const first = await app.inject('/playground/?customer=vip');
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers['content-security-policy']).toContain("script-src 'self';");
    const again = await app.inject({
      url: '/playground/',
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('hashed files are kept for ever', async () => {
    const script = await app.inject('/playground/assets/main-4f2a.js');
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('the short address leads to the page with its choices', async () => {
    const moved = await app.inject('/playground?customer=vip&locale=zh-CN');
    expect(moved.headers.location).toBe('/playground/?customer=vip&locale=zh-CN');
  });

  test.each([['assets/none.js'], ['..%2fpackage.json'], ['assets/..%2f..%2fpackage.json'], ['assets']])(
    '%s is not found',
    async (path) => {
      expect((await app.inject(`/playground/${path}`)).statusCode).toBe(404);
    },
  );
});

describe('plain host page', () => {
  test('allows the loader and the frame of its own host alone', async () => {
    const page = await app.inject({ url: '/playground/plain', headers: { host: 'demo.example:4800' } });
    expect(page.body).toContain(
      '<script async src="/widget/loader.js" data-inbox="inbox&quot;key"></script>',
    );
    expect(page.headers['content-security-policy']).toContain(
      'script-src http://demo.example:4800/widget/loader.js; frame-src http://demo.example:4800/widget/',
    );
  });

  test('a host name cannot smuggle a directive in', async () => {
    const page = await app.inject({
      url: '/playground/plain',
      headers: { host: "x; script-src 'unsafe-inline'" },
    });
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
  });
});
