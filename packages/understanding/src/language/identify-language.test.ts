import { readdirSync, readFileSync, statSync } from 'node:fs';
import { type Locale, locales } from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUtterances } from '../read-utterances.ts';
import { identifyLanguage, languageProfileFile } from './identify-language.ts';

test.each<[string, Locale]>([
  ['入金が反映されません', 'ja'],
  ['本人確認 審査落ち', 'ja'],
  ['口座凍結', 'ja'],
  ['USDT 充币没到账', 'zh-CN'],
  ['我の币呢', 'zh-CN'],
  ['提幣到現在還沒入帳', 'zh-TW'],
  ['帳號被鎖', 'zh-TW'],
  ['입금 안돼요', 'ko'],
  ['где мои USDT', 'ru'],
  ['hola', 'es'],
  ['no llega', 'es'],
  ['mi retiro no aparece', 'es'],
  ['meu saque nao apareceu', 'pt-BR'],
  ['rut tien bi loi', 'vi'],
  ['Rút tiền bị lỗi', 'vi'],
  ['para yatmadi', 'tr'],
  ['çekim onaylanmadı', 'tr'],
  ['dana saya belum sampai', 'id'],
  ['je ne peux pas retirer', 'fr'],
  ['meine Auszahlung fehlt', 'de'],
  ['ICH KANN MICH NICHT EINLOGGEN', 'de'],
  ['where is my money', 'en'],
  ['ถอนเงินไม่ได้', 'th'],
  ['لم يصل المبلغ', 'ar'],
  ['USDT TRC20 0xdAC17F958D2ee523a2206206994597C13D831ec7 chua nhan duoc', 'vi'],
  ['https://example.com/some/english/words 提币失败', 'zh-CN'],
])('“%s” is %s, whatever the page', (text, language) => {
  for (const hint of [undefined, ...locales.filter((it) => it === language || it === 'en' || it === 'ru')])
    expect(identifyLanguage(text, hint).language).toBe(language);
  expect(identifyLanguage(text).confidence).toBeGreaterThan(0.5);
});

test.each(['ok', 'USDT?', '???', '', '12.5', 'BTC', '0x52908400098527886E0F7030069857D2E4169EE7', '👍'])(
  '“%s” is left to the page',
  (text) => {
    for (const hint of locales)
      expect(identifyLanguage(text, hint)).toEqual({ language: hint, confidence: 0 });
    expect(identifyLanguage(text)).toEqual({ language: 'en', confidence: 0 });
  },
);

test('a language served and a share are answered for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 1000 }),
      fc.option(fc.constantFrom(...locales), { nil: undefined }),
      (text, hint) => {
        const { language, confidence } = identifyLanguage(text, hint);
        expect(locales).toContain(language);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 100 },
  );
});

test('what was learned is small, and nothing of what it is measured by is in it', () => {
  expect(statSync(languageProfileFile).size).toBeLessThan(150_000);
  const listed = new URL('../../languages/', import.meta.url);
  const lines = readdirSync(listed).flatMap((name) =>
    readFileSync(new URL(name, listed), 'utf8').split('\n'),
  );
  const learned = new Set([...readUtterances().map((it) => it.text), ...lines].map((it) => it.toLowerCase()));
  const short = JSON.parse(
    readFileSync(new URL('../../../../eval/short-texts.json', import.meta.url), 'utf8'),
  ) as Record<string, string[]>;
  const texts = Object.values(short).flat();
  expect(Object.keys(short).sort()).toEqual([...locales].sort());
  expect(Object.values(short).filter((it) => new Set(it).size < 25)).toEqual([]);
  expect(texts.filter((it) => learned.has(it.toLowerCase()))).toEqual([]);
});
