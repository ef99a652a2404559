import type { Locale } from '@fairlead/contract';
import { z } from 'zod';
import { askJson } from './ask-json.ts';
import { TranslationFailure, type TranslationProvider } from './provider-port.ts';

/** LibreTranslate's names of languages, where they are not ours without the region. */
const codes: Partial<Record<Locale, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant', 'pt-BR': 'pt-BR' };
const codeOf = (locale: Locale) => codes[locale] ?? locale;

const answer = z.object({ translatedText: z.array(z.string()) });

/** Whatever speaks LibreTranslate's API (https://docs.libretranslate.com): a server of one's own, as a rule. It takes no glossary. */
export function libreTranslate(
  { url, key }: { url: string; key: string | null },
  fetch: typeof globalThis.fetch,
): TranslationProvider {
  return {
    style: 'brackets',
    async translate({ texts, from, to, signal }) {
      const body = {
        q: texts,
        source: codeOf(from),
        target: codeOf(to),
        format: 'text',
        ...(key === null ? {} : { api_key: key }),
      };
      const said = answer.safeParse(await askJson(fetch, url, '/translate', body, { signal }));
      if (!said.success || said.data.translatedText.length !== texts.length)
        throw new TranslationFailure('failed');
      return said.data.translatedText;
    },
  };
}
