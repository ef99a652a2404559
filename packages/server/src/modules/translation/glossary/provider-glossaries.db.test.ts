import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { startTranslationServer, type TranslationServer } from '../translation-server.testing.ts';

/** DeepL keeps our glossary for the languages that are translated: made, added to, replaced and taken away. */
const { translation } = endpoints;
let server: TestServer;
let provider: TranslationServer;
let lead: TestAgent;

beforeAll(async () => {
  provider = await startTranslationServer();
  server = await createTestServer({ MODELS_AT: 'loopback' });
  lead = await server.world.agent({ name: 'Lead', roles: ['team_lead', 'administrator'] });
  await lead.call(translation.saveSettings, {
    body: {
      provider: 'deepl',
      url: provider.url,
      key: 'the-key',
      model: '',
      seconds: 5,
      charactersPerDay: 100_000_000,
      languages: ['en', 'vi', 'zh-TW', 'th'],
      atOnce: false,
      tellCustomers: true,
      backCheck: false,
    },
  });
});
beforeEach(() => {
  provider.asked.length = 0;
  provider.behave({ kind: 'says', say: (text) => `nạp ${text}` });
});

let words = 0;
/** Other words each time, which no cache knows. */
const translate = async (from: 'en' | 'vi', to: 'en' | 'vi' | 'zh-TW') => {
  const text = `this deposit is number ${['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'][words++]}`;
  return lead.call(translation.suggest, { body: { texts: [text], from, to } });
};
const paths = () => provider.asked.map((it) => it.path.replaceAll(/[0-9a-f-]{36}/g, ':id'));
const usedLast = () => provider.asked.at(-1)?.body.glossary_id;
const only = () => [...provider.glossaries.keys()][0];

test('it is made with the first translation, used from then on, and added to for other languages', async () => {
  expect((await translate('en', 'vi')).outcome).toBe('translated');
  expect(paths()).toEqual(['/v3/glossaries', '/v2/translate']);
  expect(provider.asked[0]).toMatchObject({
    headers: { authorization: 'DeepL-Auth-Key the-key' },
    body: {
      name: 'Fairlead 0',
      dictionaries: [{ source_lang: 'en', target_lang: 'vi', entries_format: 'tsv' }],
    },
  });
  expect(usedLast()).toBe(only());
  expect(provider.glossaries.get(only() ?? '')?.get('en vi')).toContain('deposit\tnạp');

  await translate('en', 'vi');
  await translate('vi', 'en');
  expect(paths().slice(2)).toEqual(['/v2/translate', '/v3/glossaries/:id/dictionaries', '/v2/translate']);
  expect(provider.glossaries.size).toBe(1);
  expect(usedLast()).toBe(only());
});

test('another version is another glossary, and the old one goes', async () => {
  const before = only();
  const { version, concepts, keep } = await lead.call(translation.glossary, {});
  const more = [...concepts, { id: 'number_one', terms: { en: ['number'], vi: ['con số'] } }];
  await lead.call(translation.saveGlossary, { body: { concepts: more, keep, basedOn: version } });
  await translate('en', 'vi');
  expect([...provider.glossaries.keys()]).toEqual([usedLast()]);
  expect(only()).not.toBe(before);
  expect(provider.glossaries.get(only() ?? '')?.get('en vi')).toContain('number\tcon số');
});

test('one that DeepL has lost costs nothing but the glossary, and is made anew', async () => {
  provider.glossaries.clear();
  expect((await translate('en', 'vi')).outcome).toBe('translated');
  expect(usedLast()).toBeUndefined();
  await translate('en', 'vi');
  expect(usedLast()).toBe(only());
});

test('what its glossaries do not know is translated without', async () => {
  expect((await translate('en', 'zh-TW')).outcome).toBe('translated');
  expect(paths()).toEqual(['/v2/translate']);
});

test('where it makes none, it is not asked again for a while', async () => {
  const { version, concepts, keep } = await lead.call(translation.glossary, {});
  await lead.call(translation.saveGlossary, { body: { concepts, keep, basedOn: version } });
  provider.behave({ kind: 'status', status: 403 });
  expect((await translate('en', 'vi')).outcome).toBe('denied');
  provider.behave({ kind: 'says', say: (text) => text });
  await translate('en', 'vi');
  expect(paths()).toEqual(['/v3/glossaries', '/v2/translate', '/v2/translate']);
  expect(usedLast()).toBeUndefined();
});
