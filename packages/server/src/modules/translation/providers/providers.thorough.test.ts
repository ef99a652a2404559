import { beforeEach, describe, expect, test } from 'vitest';
import { fetchLimited } from '../../../platform/fetch/fetch-limited.ts';
import { allowedAddresses } from '../../../platform/fetch/public-address.ts';
import { type Reply, startTranslationServer } from '../translation-server.testing.ts';
import { deepl } from './deepl.ts';
import { failureOf } from './failure-of.ts';
import { libreTranslate } from './libre-translate.ts';
import { openAiCompatible } from './openai-compatible.ts';
import type { TranslationProvider } from './provider-port.ts';

const server = await startTranslationServer();
const loopback = fetchLimited(allowedAddresses(['loopback']));
const key = 'the-key';
const providers: Record<string, (fetch: typeof loopback, url?: string) => TranslationProvider> = {
  libretranslate: (fetch, url = server.url) => libreTranslate({ url, key }, fetch),
  deepl: (fetch, url = server.url) => deepl({ url, key }, fetch),
  openai_compatible: (fetch, url = server.url) =>
    openAiCompatible({ url: `${url}/v1`, model: 'small', key }, fetch),
};

beforeEach(() => {
  server.asked.length = 0;
});

const request = (provider: TranslationProvider, texts = ['Hello [P1]', 'Bye'], milliseconds = 5000) =>
  provider
    .translate({
      texts,
      from: 'en',
      to: 'zh-CN',
      terms: [{ said: 'deposit', texts: ['充币'] }],
      signal: AbortSignal.timeout(milliseconds),
    })
    .catch((error: unknown) => failureOf(error).outcome);

describe.each(Object.keys(providers))('%s', (name) => {
  const open = (fetch = loopback, url?: string) =>
    providers[name]?.(fetch, url) ?? libreTranslate({ url: '', key }, fetch);

  test('several texts are one request, answered in their order', async () => {
    server.behave({ kind: 'says', say: (text) => `«${text}»` });
    expect(await request(open())).toEqual(['«Hello [P1]»', '«Bye»']);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.texts).toEqual(['Hello [P1]', 'Bye']);
  });

  test.each<[Reply, string]>([
    [{ kind: 'status', status: 429 }, 'rate_limited'],
    [{ kind: 'status', status: 456 }, 'quota_used_up'],
    [{ kind: 'status', status: 403 }, 'denied'],
    [{ kind: 'status', status: 500 }, 'failed'],
    [{ kind: 'status', status: 302 }, 'failed'],
    [{ kind: 'garbage' }, 'failed'],
    [{ kind: 'fewer' }, 'failed'],
  ])('%j is %s', async (reply, outcome) => {
    server.behave(reply);
    expect(await request(open())).toBe(outcome);
    expect(server.asked).toHaveLength(1);
  });

  test('one that is silent is left', async () => {
    server.behave({ kind: 'silent' });
    expect(await request(open(), ['Hello'], 200)).toBe('timed_out');
  });

  test('one that is not there, and one that may not be asked', async () => {
    expect(await request(open(loopback, 'http://127.0.0.1:9'))).toBe('unreachable');
    expect(await request(open(fetchLimited(allowedAddresses(false))))).toBe('refused_address');
    expect(server.asked).toEqual([]);
  });
});

describe('each is spoken to as its API wants it', () => {
  beforeEach(() => server.behave({ kind: 'says', say: (text) => text }));

  test('LibreTranslate', async () => {
    await request(libreTranslate({ url: `${server.url}/`, key }, loopback));
    expect(server.asked[0]).toMatchObject({
      path: '/translate',
      body: { source: 'en', target: 'zh-Hans', format: 'text', api_key: key },
    });
  });

  test('DeepL: the key in the header, marks as elements, 50 texts at once', async () => {
    const texts = Array.from({ length: 60 }, (_, at) => `text ${at}`);
    expect(await request(deepl({ url: server.url, key }, loopback), texts)).toEqual(texts);
    expect(server.asked.map((it) => it.texts.length)).toEqual([50, 10]);
    expect(server.asked[0]).toMatchObject({
      path: '/v2/translate',
      headers: { authorization: 'DeepL-Auth-Key the-key' },
      body: { source_lang: 'EN', target_lang: 'ZH-HANS', tag_handling: 'xml', ignore_tags: ['x'] },
    });
  });

  test('a model: it is told the words of the exchange, and what it translates stands apart', async () => {
    await request(openAiCompatible({ url: `${server.url}/v1`, model: 'small', key }, loopback));
    const [asked] = server.asked;
    expect(asked).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer the-key' },
      body: { model: 'small' },
    });
    const messages = JSON.stringify(asked?.body.messages);
    expect(messages).toContain('deposit = 充币');
    expect(messages).toContain('system');
  });
});
