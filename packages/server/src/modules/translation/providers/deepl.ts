import { type Locale, languageOf } from '@fairlead/contract';
import { z } from 'zod';
import { postJson } from './post-json.ts';
import { TranslationFailure, type TranslationProvider } from './provider-port.ts';

/** DeepL tells variants apart only of what it translates into. */
const targets: Partial<Record<Locale, string>> = {
  'zh-CN': 'ZH-HANS',
  'zh-TW': 'ZH-HANT',
  'pt-BR': 'PT-BR',
  en: 'EN-US',
};
const targetOf = (locale: Locale) => targets[locale] ?? locale.toUpperCase();

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });
/** Texts that one request may bring. */
const most = 50;

/** Whatever speaks DeepL's API (https://developers.deepl.com/docs): marks are elements that it is told to leave alone. */
export function deepl(
  { url, key }: { url: string; key: string | null },
  fetch: typeof globalThis.fetch,
): TranslationProvider {
  const headers: Record<string, string> = key === null ? {} : { authorization: `DeepL-Auth-Key ${key}` };
  return {
    style: 'xml',
    async translate({ texts, from, to, signal }) {
      const translated: string[] = [];
      for (let at = 0; at < texts.length; at += most) {
        const part = texts.slice(at, at + most);
        const body = {
          text: part,
          source_lang: languageOf(from).toUpperCase(),
          target_lang: targetOf(to),
          tag_handling: 'xml',
          ignore_tags: ['x'],
          preserve_formatting: true,
        };
        const said = answer.safeParse(await postJson(fetch, url, '/v2/translate', body, { headers, signal }));
        if (!said.success || said.data.translations.length !== part.length)
          throw new TranslationFailure('failed');
        translated.push(...said.data.translations.map((it) => it.text));
      }
      return translated;
    },
  };
}
