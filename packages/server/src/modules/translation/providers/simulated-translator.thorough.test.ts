import type { Locale } from '@fairlead/contract';
import { demoLanguages, demoPhrases, registerTranslator, simulatedTranslatorKey } from '@fairlead/playground';
import { fastify } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { fetchLimited } from '../../../platform/fetch/fetch-limited.ts';
import { allowedAddresses } from '../../../platform/fetch/public-address.ts';
import { afterFile } from '../../../testing/after-file.ts';
import { firstGlossary } from '../glossary/first-glossary.ts';
import { checkTranslation } from '../text/check-translation.ts';
import { findExactParts } from '../text/exact-parts.ts';
import { protect } from '../text/protect.ts';
import { restore } from '../text/restore.ts';
import { failureOf } from './failure-of.ts';
import { libreTranslate } from './libre-translate.ts';

const localeOf = (language: (typeof demoLanguages)[number]): Locale =>
  language === 'zh-Hans' ? 'zh-CN' : language;
const pairs = demoLanguages.flatMap((from) =>
  demoLanguages.filter((to) => to !== from).map((to) => [from, to] as const),
);
const { keep } = firstGlossary();
const fetch = fetchLimited(allowedAddresses(['loopback']));
let url: string;

beforeAll(async () => {
  const app = fastify();
  registerTranslator(app);
  afterFile(() => app.close());
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});

const ask = (
  texts: readonly string[],
  from: Locale,
  to: Locale,
  key: string | null = simulatedTranslatorKey,
) =>
  libreTranslate({ url, key }, fetch)
    .translate({ texts, from, to, terms: [], signal: AbortSignal.timeout(20_000) })
    .catch((error: unknown) => failureOf(error).outcome);

/** As the product has a text translated: behind marks, which come back. */
async function carry(texts: readonly string[], from: Locale, to: Locale) {
  const guarded = texts.map((it) => protect(it, findExactParts(it, from, keep), 'brackets'));
  const said = await ask(
    guarded.map((it) => it.text),
    from,
    to,
  );
  if (typeof said === 'string') throw new Error(said);
  return guarded.map((it, at) => restore(said[at] ?? '', it));
}

describe('the simulated service, asked by the provider for LibreTranslate', () => {
  test('translates what it knows and leaves the rest as it was', async () => {
    expect(await carry(['Где мой вывод 0,5 ETH?', 'Мой кот ходит по клавиатуре.'], 'ru', 'zh-CN')).toEqual([
      { text: '我提的 0,5 ETH 到哪里了？', whole: true },
      { text: 'Мой кот ходит по клавиатуре.', whole: true },
    ]);
  });

  test('what it has no words for in the other language, it leaves as well', async () => {
    expect(await ask(['Hello', 'Bye'], 'en', 'tr')).toEqual(['Hello', 'Bye']);
  });

  test('a wrong key is denied; none, and too long a text, fail', async () => {
    expect(await ask(['Hello'], 'en', 'ja', 'another')).toBe('denied');
    expect(await ask(['Hello'], 'en', 'ja', null)).toBe('failed');
    expect(await ask(['Hello '.repeat(5000)], 'en', 'ja')).toBe('failed');
  });

  // So that nobody meets a phrase that the product itself would warn of. What is only understood is tried into one language.
  test.each(pairs)('every phrase, from %s to %s, can be relied on', async (language, other) => {
    const [from, to] = [localeOf(language), localeOf(other)];
    const all = other === (language === 'en' ? 'zh-Hans' : 'en');
    const texts = demoPhrases
      .flatMap((it) => (all ? it[language] : [it[language]].flat().slice(0, 1)))
      .map((it) => it.replaceAll(/[{}]/gu, ''));
    const said = await carry(texts, from, to);
    const doubtful = texts.flatMap((source, at) => {
      const { text: target, whole } = said[at] ?? { text: '', whole: false };
      const { reasons } = checkTranslation({ source, target, from, to, keep, terms: [], back: null, whole });
      const same = target === source ? ['not in the book'] : [];
      return reasons.length + same.length > 0
        ? [`${source} → ${target} (${[...reasons, ...same].join()})`]
        : [];
    });
    expect(doubtful).toEqual([]);
  });
});
