import { readdirSync, readFileSync } from 'node:fs';
import { mappedIntents } from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessIntents, isSurely, learnConcepts, readShippedModel, replaceIntentModel } from './intents.ts';
import { readHeldOut } from './read-held-out.ts';
import { readUtterances } from './read-utterances.ts';

test.each([
  ['en', 'How much is the fee to withdraw USDT on TRC20?', 'withdrawal.fee'],
  ['en', 'I forgot to put the memo when I deposited XRP', 'deposit.missing_memo'],
  ['en', 'someone hacked my account and withdrew my coins', 'account.hacked'],
  ['en', 'let me talk to a human please', 'assistant.human'],
  ['zh-CN', '提币手续费是多少', 'withdrawal.fee'],
  ['zh-CN', '充值忘记填memo了怎么办', 'deposit.missing_memo'],
  ['zh-CN', '转人工客服', 'assistant.human'],
  ['ja', '出金手数料はいくらですか', 'withdrawal.fee'],
  ['ja', 'オペレーターにつないでください', 'assistant.human'],
])('%s: “%s” is %s', (_locale, text, intent) => {
  expect(guessIntents(text)[0]?.label).toBe(intent);
});

test('a word that somebody has written down for a thing is understood, without training', () => {
  const text = 'how long until my zufuhr is there';
  const before = guessIntents(text)[0];
  learnConcepts([{ id: 'deposit', terms: { de: ['Zufuhr'] } }]);
  const after = guessIntents(text);
  learnConcepts(null);
  const likely = (guesses: typeof after) =>
    guesses.filter((it) => it.label.startsWith('deposit.')).reduce((sum, it) => sum + it.probability, 0);
  expect(likely(after)).toBeGreaterThan(0.5);
  expect(likely(after)).toBeGreaterThan(likely(guessIntents(text)) + 0.2);
  expect(guessIntents(text)[0]).toEqual(before);
});

test('any text gets a probability for every intent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const guesses = guessIntents(text);
      expect(guesses.map((it) => it.label).sort()).toEqual([...mappedIntents].sort());
      expect(guesses.reduce((sum, it) => sum + it.probability, 0)).toBeCloseTo(1);
    }),
    { numRuns: 30 },
  );
});

test('to be sure of an intent is to guess it first and hold it to be so likely', () => {
  const texts = fc.oneof(
    fc.constantFrom(...readHeldOut().map((it) => it.text)),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...mappedIntents), (text, other) => {
      const [best] = guessIntents(text);
      for (const intent of [best?.label ?? '', other])
        for (const atLeast of [0.55, 0.7, 0.9])
          expect(isSurely(text, intent, atLeast)).toBe(best?.label === intent && best.probability >= atLeast);
    }),
    { numRuns: 200 },
  );
});

test('a text that is asked about again gets the same answer, and another model its own', () => {
  const text = 'how long does a withdrawal take';
  const first = guessIntents(text);
  expect(guessIntents(text)).toBe(first);
  for (let at = 0; at < 600; at += 1) guessIntents(`${text} ${at}`);
  const anew = guessIntents(text);
  expect(anew).not.toBe(first);
  expect(anew).toEqual(first);
  replaceIntentModel(readShippedModel());
  expect(guessIntents(text)).not.toBe(anew);
  replaceIntentModel(null);
});

test('every intent has at least twelve utterances in every language, none twice, and a ticket category', () => {
  const utterances = readUtterances();
  const keys = utterances.map(({ text, locale }) => `${locale} ${text.trim().toLowerCase()}`);
  const seen = new Set<string>();
  expect(keys.filter((key) => seen.has(key) || !seen.add(key))).toEqual([]);
  expect(utterances.filter(({ text }) => text.trim() === '' || text !== text.trim())).toEqual([]);
  expect([...new Set(utterances.map((it) => it.label))].sort()).toEqual([...mappedIntents].sort());
  const counts = Map.groupBy(utterances, ({ locale, label }) => `${locale} ${label}`);
  const locales = [...new Set(utterances.map((it) => it.locale))];
  expect(locales).toEqual(['en', 'es', 'ja', 'ko', 'ru', 'vi', 'zh-CN', 'zh-TW']);
  const few = locales.flatMap((locale) =>
    mappedIntents
      .filter((intent) => (counts.get(`${locale} ${intent}`)?.length ?? 0) < 12)
      .map((it) => `${locale} ${it}`),
  );
  expect(few).toEqual([]);
});

test('what is held out to measure by was not learned from', () => {
  const folder = new URL('../../../eval/held-out-utterances/', import.meta.url);
  const learned = new Set(readUtterances().map(({ text }) => text.toLowerCase()));
  const held = readdirSync(folder).flatMap((name) =>
    Object.values(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string[]>).flat(),
  );
  expect(held.length).toBeGreaterThan(2000);
  expect(held.filter((text) => learned.has(text.trim().toLowerCase()))).toEqual([]);
});
