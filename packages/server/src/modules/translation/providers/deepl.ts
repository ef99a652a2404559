import { type Locale, languageOf } from '@fairlead/contract';
import { z } from 'zod';
import { askJson } from './ask-json.ts';
import { type GlossaryKeeper, TranslationFailure, type TranslationProvider } from './provider-port.ts';

/** DeepL tells variants apart only of what it translates into. */
const targets: Partial<Record<Locale, string>> = {
  'zh-CN': 'ZH-HANS',
  'zh-TW': 'ZH-HANT',
  'pt-BR': 'PT-BR',
  en: 'EN-US',
};
const targetOf = (locale: Locale) => targets[locale] ?? locale.toUpperCase();

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });
const made = z.object({ glossary_id: z.string().min(1).max(200) });
/** Texts that one request may bring. */
const most = 50;

/** Its glossaries know no Thai, and one Chinese: simplified terms would stand in traditional texts. */
const withoutGlossary: ReadonlySet<Locale> = new Set(['th', 'zh-TW']);

/** Whatever speaks DeepL's API (https://developers.deepl.com/docs): marks are elements that it is told to leave alone. */
export function deepl(
  { url, key }: { url: string; key: string | null },
  fetch: typeof globalThis.fetch,
): TranslationProvider {
  const headers: Record<string, string> = key === null ? {} : { authorization: `DeepL-Auth-Key ${key}` };
  return {
    style: 'xml',
    glossaries: glossariesOf(url, headers, fetch),
    async translate({ texts, from, to, glossaryId, signal }) {
      const translated: string[] = [];
      for (let at = 0; at < texts.length; at += most) {
        const part = texts.slice(at, at + most);
        const body = {
          text: part,
          source_lang: languageOf(from).toUpperCase(),
          target_lang: targetOf(to),
          ...(glossaryId !== undefined && { glossary_id: glossaryId }),
          tag_handling: 'xml',
          ignore_tags: ['x'],
          preserve_formatting: true,
        };
        const said = answer.safeParse(await askJson(fetch, url, '/v2/translate', body, { headers, signal }));
        if (!said.success || said.data.translations.length !== part.length)
          throw new TranslationFailure('failed');
        translated.push(...said.data.translations.map((it) => it.text));
      }
      return translated;
    },
  };
}

/** Version 3 of its glossaries: one holds a dictionary for each pair of languages, and can be added to. */
function glossariesOf(
  url: string,
  headers: Record<string, string>,
  fetch: typeof globalThis.fetch,
): GlossaryKeeper {
  const dictionary = (from: Locale, to: Locale, tsv: string) => ({
    source_lang: languageOf(from),
    target_lang: languageOf(to),
    entries: tsv,
    entries_format: 'tsv',
  });
  const at = (id: string) => `/v3/glossaries/${encodeURIComponent(id)}`;
  return {
    takes: (from, to) => !withoutGlossary.has(from) && !withoutGlossary.has(to),
    async make(name, { from, to, tsv }, signal) {
      const body = { name, dictionaries: [dictionary(from, to, tsv)] };
      const said = made.safeParse(await askJson(fetch, url, '/v3/glossaries', body, { headers, signal }));
      if (!said.success) throw new TranslationFailure('failed');
      return said.data.glossary_id;
    },
    async add(id, { from, to, tsv }, signal) {
      const body = dictionary(from, to, tsv);
      await askJson(fetch, url, `${at(id)}/dictionaries`, body, { method: 'PUT', headers, signal });
    },
    async remove(id, signal) {
      await askJson(fetch, url, at(id), undefined, { method: 'DELETE', headers, signal });
    },
  };
}
