import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';
import { describe, expect, test } from 'vitest';
import { clausesOf, wordsOf } from './read-sentence.ts';
import { registerTranslator, simulatedTranslatorKey } from './register-translator.ts';

const app = fastify();
registerTranslator(app);
const api_key = simulatedTranslatorKey;
const post = async (url: string, payload: object) => {
  const { statusCode, body } = await app.inject({ method: 'POST', url, payload });
  return { status: statusCode, said: JSON.parse(body) as Record<string, unknown> };
};
const translate = async (q: unknown, more: object = {}) =>
  post('/translate', { q, source: 'en', target: 'ja', format: 'text', api_key, ...more });
const said = async (q: string, source: string, target: string) =>
  (await translate(q, { source, target })).said['translatedText'];

describe('as LibreTranslate documents it', () => {
  test('one text and several; with the language that is found where none is named', async () => {
    expect((await translate('Thanks')).said).toEqual({ translatedText: 'ありがとうございます。' });
    expect((await translate(['Thanks', 'No.'])).said).toEqual({
      translatedText: ['ありがとうございます。', 'いいえ、ありません。'],
    });
    expect((await translate(['Спасибо', '감사합니다'], { source: 'auto', target: 'en' })).said).toEqual({
      translatedText: ['Thank you!', 'Thank you!'],
      detectedLanguage: [
        { confidence: 95, language: 'ru' },
        { confidence: 95, language: 'ko' },
      ],
    });
  });

  test('a form, as curl sends it', async () => {
    const payload = new URLSearchParams({ q: 'Hi', source: 'en', target: 'ru', api_key }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.inject({ method: 'POST', url: '/translate', payload, headers });
    expect(answer.json()).toEqual({ translatedText: 'Здравствуйте!' });
  });

  test('its languages, and in which of them a text is', async () => {
    const { body } = await app.inject({ url: '/languages' });
    expect(JSON.parse(body)).toContainEqual({
      code: 'zh-Hans',
      name: 'Chinese',
      targets: expect.arrayContaining(['en', 'ru']),
    });
    expect((await post('/detect', { q: 'Xin chào', api_key })).said).toEqual([
      { confidence: 95, language: 'vi' },
    ]);
    expect((await post('/detect', { q: 'Кот спит', api_key })).said).toEqual([
      { confidence: 50, language: 'ru' },
    ]);
  });

  test.each<[string, object, number, string]>([
    ['without a key', { api_key: undefined }, 400, 'Please contact the server operator to get an API key'],
    ['with another key', { api_key: 'x' }, 403, 'Invalid API key'],
    ['without a text', { q: '' }, 400, 'Invalid request: missing q parameter'],
    ['with texts that are none', { q: [1] }, 400, 'Invalid request: missing q parameter'],
    ['without a language', { source: undefined }, 400, 'Invalid request: missing source parameter'],
    ['from a language that it lacks', { source: 'xx' }, 400, 'xx is not supported'],
    ['into a language that it lacks', { target: 'zh' }, 400, 'zh is not supported'],
    ['in a format that it lacks', { format: 'pdf' }, 400, 'pdf format is not supported'],
    [
      'too long',
      { q: 'a'.repeat(20_001) },
      400,
      'Invalid request: request (20001) exceeds text limit (20000)',
    ],
  ])('%s it is refused', async (_, more, status, error) => {
    expect(await translate('Hi', more)).toEqual({ status, said: { error } });
  });

  test('what is no JSON is refused', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/translate', payload: '{"q":', headers });
    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'Invalid request' }]);
  });
});

describe('the phrase book', () => {
  test.each([
    ['case, signs, accents and wide forms', 'ｗｈｅｒｅ is my WITHDRAWAL of [P1]', '我提的 [P1] 到哪里了？'],
    ['numbers as they are', 'Where is my withdrawal of 0,25 BTC?', '我提的 0,25 BTC 到哪里了？'],
    ['a greeting before it', 'Hi, my deposit has not arrived yet', '您好！我的充币还没有到账。'],
    ['several sentences and lines', 'Hello!\nThanks. Bye', '您好！\n谢谢您！祝您生活愉快！'],
    [
      'a sentence that it does not know, whole',
      'Hi! My cat, thanks, is fine. Thanks',
      '您好！My cat, thanks, is fine.谢谢您！',
    ],
    ['nothing at all', 'My cat is [P1] years old.', 'My cat is [P1] years old.'],
  ])('%s', async (_, text, expected) => {
    expect(await said(text, 'en', 'zh-Hans')).toBe(expected);
  });

  test('what stands apart in one language and together in another comes along', async () => {
    const text = '你好，我昨晚提了 [P1] 个 [P2]，一直显示“审核中”，已经十个小时了，什么时候能到？';
    expect(await said(text, 'zh-Hans', 'en')).toContain('Hello! Last night I withdrew [P1] [P2]; ');
    expect(await said('제 메타마스크 지갑이에요', 'ko', 'en')).toBe('It is my MetaMask wallet.');
  });

  test('a point within a number or a mark ends no sentence', () => {
    const line = 'Sent 0.5 ETH. See [P1]! Why?';
    expect(clausesOf(line).map(({ start, end }) => line.slice(start, end))).toEqual([
      'Sent 0.5 ETH.',
      ' See [P1]!',
      ' Why?',
    ]);
    expect(wordsOf('Sent 0.5 ETH at 16:00, code X-9').values).toEqual(['0.5 ETH', '16:00', 'X-9']);
  });

  test.each([
    ['en', 'ja'],
    ['zh-CN', 'en'],
    ['ja', 'en'],
    ['ko', 'en'],
    ['ru', 'en'],
    ['es', 'en'],
    ['vi', 'en'],
  ])('it knows what the page asks its reader to try in %s', async (locale, target) => {
    const file = new URL(`../../../locales/${locale}.json`, import.meta.url);
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const sentences = [...(texts['demo.translated']?.matchAll(/[“「«]([^”」»]+)[”」»]/gu) ?? [])].map(
      ([, it]) => it ?? '',
    );
    expect(sentences).toHaveLength(2);
    for (const it of sentences)
      expect(await said(it, locale === 'zh-CN' ? 'zh-Hans' : locale, target)).not.toBe(it);
  });
});
