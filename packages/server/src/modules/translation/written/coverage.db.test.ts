import { type BodyOf, endpoints, type Locale, locales } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { makeArticle, makeCategory, publish, save } from '../../helpcenter/helpcenter.testing.ts';
import { startTranslationServer, type TranslationServer } from '../translation-server.testing.ts';

const { translation, macros, assistant, tickets } = endpoints;
let server: TestServer;
let provider: TranslationServer;
let lead: TestAgent;
let mei: TestAgent;
let auditor: TestAgent;

beforeAll(async () => {
  provider = await startTranslationServer();
  server = await createTestServer({ MODELS_AT: 'loopback' });
  const team = await server.world.team();
  const roles = ['agent', 'team_lead', 'knowledge_editor', 'administrator'] as const;
  lead = await server.world.agent({ name: 'Lead', teams: [team], roles: [...roles] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  auditor = await server.world.agent({ name: 'Aud', roles: ['auditor'] });
});
beforeEach(() => provider.behave({ kind: 'says', say: (text) => `«${text}»` }));

const kindOf = async (kind: string, locale: Locale) => {
  const { kinds } = await lead.call(translation.coverage, {});
  const found = kinds.find((it) => it.kind === kind);
  return { total: found?.total, chain: found?.chain, ...found?.locales.find((it) => it.locale === locale) };
};
const lineOf = async (kind: 'macro' | 'article' | 'greeting' | 'form_text', id: string, locale: Locale) => {
  const { items } = await lead.call(translation.coverageOfKind, { params: { kind }, query: { locale } });
  return items.find((it) => it.id === id);
};

const macro = (texts: BodyOf<typeof macros.create>['texts'], sharing: 'all' | 'personal' = 'all') => ({
  name: 'Confirmations',
  folder: '',
  sharing,
  texts,
  actions: [],
});

describe('a macro', () => {
  test('counts where it has a text, what is read instead, and what is behind its source', async () => {
    const { id } = await lead.call(macros.create, {
      body: macro({ en: 'Please wait.', vi: 'Vui lòng chờ.' }),
    });
    await lead.call(macros.create, { body: macro({ en: 'Mine' }, 'personal') });
    expect(await kindOf('macro', 'vi')).toMatchObject({ total: 1, own: 1, outdated: 0, fallsBack: [] });
    expect(await kindOf('macro', 'ja')).toMatchObject({ own: 0, fallsBack: [{ to: 'en', count: 1 }] });
    await lead.call(macros.update, {
      params: { id },
      body: macro({ en: 'Please wait for twelve confirmations.', vi: 'Vui lòng chờ.' }),
    });
    expect(await lineOf('macro', id, 'vi')).toMatchObject({ owner: id, standing: 'outdated', reads: 'vi' });
    expect(await lineOf('macro', id, 'en')).toMatchObject({ standing: 'own' });
    await lead.call(macros.update, {
      params: { id },
      body: macro({ en: 'Please wait for twelve confirmations.', vi: 'Vui lòng chờ 12 xác nhận.' }),
    });
    expect(await lineOf('macro', id, 'vi')).toMatchObject({ standing: 'own' });
  });

  test('that still says the same is said to be current', async () => {
    const { id } = await lead.call(macros.create, { body: macro({ en: 'Thank you', ru: 'Спасибо' }) });
    await lead.call(macros.update, { params: { id }, body: macro({ en: 'Thank you.', ru: 'Спасибо' }) });
    expect((await lineOf('macro', id, 'ru'))?.standing).toBe('outdated');
    const params = { kind: 'macro' as const };
    await lead.call(translation.confirmCurrent, { params, body: { id, locale: 'ru' } });
    expect((await lineOf('macro', id, 'ru'))?.standing).toBe('own');
    const wrong = { params, body: { id, locale: 'ja' as const } };
    expect(await lead.refused(translation.confirmCurrent, wrong)).toBe('request.not_found');
    expect(await mei.refused(translation.confirmCurrent, wrong)).toBe('access.forbidden');
  });
});

test('an article counts by what readers see', async () => {
  const category = await makeCategory(lead, { slug: 'deposits' });
  const article = await makeArticle(lead, category.id, { published: true });
  expect((await lineOf('article', article.id, 'ja'))?.standing).toBe('falls_back');
  const source = article.translations.find((it) => it.locale === 'en')?.publishedId ?? '';
  await save(lead, article.id, 'ja', '待ってください。', source);
  expect((await lineOf('article', article.id, 'ja'))?.standing).toBe('falls_back');
  await publish(lead, article.id, 'ja');
  expect(await lineOf('article', article.id, 'ja')).toMatchObject({ standing: 'own', reads: 'ja' });
});

test('a greeting and a form: what came along stands in for what nobody wrote', async () => {
  const { settings } = await lead.call(assistant.settings, {});
  await lead.call(assistant.saveSettings, { body: { ...settings, greetings: { en: 'Ahoy', vi: 'Chào' } } });
  expect((await lineOf('greeting', 'greeting', 'ja'))?.standing).toBe('shipped');
  await lead.call(assistant.saveSettings, { body: { ...settings, greetings: { en: 'Hi', vi: 'Chào' } } });
  expect((await lineOf('greeting', 'greeting', 'vi'))?.standing).toBe('outdated');

  const category = 'other' as const;
  const field = {
    key: 'own_device' as const,
    required: false,
    toSolve: false,
    agentsOnly: false,
    when: null,
    label: { en: 'Device', ru: 'Устройство' },
    help: {},
    own: { type: 'line' as const, options: [] },
  };
  await lead.call(tickets.saveForm, { params: { category }, body: { version: 0, fields: [field] } });
  const id = `${category}/own_device/label`;
  expect(await lineOf('form_text', id, 'ru')).toMatchObject({ owner: category, standing: 'own' });
  const renamed = { ...field, label: { ...field.label, en: 'Phone or computer' } };
  await lead.call(tickets.saveForm, { params: { category }, body: { version: 1, fields: [renamed] } });
  expect((await lineOf('form_text', id, 'ru'))?.standing).toBe('outdated');
  expect((await lineOf('form_text', id, 'de'))?.reads).toBe('en');
});

test('letters come along in every language of customers', async () => {
  const { total = 0, shipped } = await kindOf('letter', 'ja');
  expect(total).toBeGreaterThan(40);
  expect(shipped).toBe(total);
  for (const locale of locales) expect((await kindOf('letter', locale)).none).toBe(0);
});

describe('a translation as a beginning', () => {
  const ask = (who: TestAgent, texts: string[]) =>
    who.call(translation.suggest, { body: { texts, from: 'en', to: 'vi' } });

  test('there is none without a provider, and none for who writes nothing', async () => {
    expect(await ask(mei, ['Hello there'])).toEqual({ outcome: 'not_set_up', texts: [], score: null });
    const body = { texts: ['Hello'], from: 'en' as const, to: 'vi' as const };
    expect(await auditor.refused(translation.suggest, { body })).toBe('access.forbidden');
  });

  test('keeps what must be exact, and says how far it can be trusted', async () => {
    await lead.call(translation.saveSettings, {
      body: {
        provider: 'libretranslate',
        url: provider.url,
        model: '',
        seconds: 20,
        charactersPerDay: 1_000_000,
        languages: ['en', 'vi'],
        atOnce: false,
        tellCustomers: true,
        backCheck: false,
      },
    });
    provider.behave({ kind: 'says', say: (text) => text.replace('Hello', 'Xin chào') });
    const made = await ask(mei, ['Hello {customer.name}', '', '12 USDT']);
    expect(made.texts).toEqual(['Xin chào {customer.name}', '', '12 USDT']);
    expect(made).toMatchObject({ outcome: 'translated', score: expect.any(Number) });
    expect(await mei.call(translation.offer, {})).toEqual({ ready: true, languages: ['en', 'vi'] });
  });
});
