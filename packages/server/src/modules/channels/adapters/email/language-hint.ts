import { decoderName } from './decode-text.ts';
import { type Header, headerValue } from './read-headers.ts';

/** Character sets that are made for one language. */
const languages = new Map([
  ['iso-2022-jp', 'ja'],
  ['shift_jis', 'ja'],
  ['euc-jp', 'ja'],
  ['euc-kr', 'ko'],
  ['gbk', 'zh-CN'],
  ['gb18030', 'zh-CN'],
  ['big5', 'zh-TW'],
  ['windows-1258', 'vi'],
  ['windows-874', 'th'],
  ['windows-1254', 'tr'],
  ['windows-1256', 'ar'],
  ['iso-8859-6', 'ar'],
]);

/**
 * The language that a letter's outside points at: what its mailer declares, else a character set made for one language. A hint for
 * the detection that reads the text, no more: many mailers declare the language of their menus.
 */
export function languageHint(
  headers: readonly Header[],
  charsets: readonly (string | null)[],
): string | null {
  for (const charset of charsets) {
    const language = languages.get(decoderName(charset) ?? '');
    if (language) return language;
  }
  const declared = headerValue(headers, 'content-language') ?? headerValue(headers, 'accept-language') ?? '';
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}/i.exec(declared.trim())?.[0];
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
