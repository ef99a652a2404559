import { plain, type Spotted } from './entity.ts';
import { assetOf, signs } from './known-assets.ts';
import { grouped, readAmount } from './read-amount.ts';

const sign = Object.keys(signs).join('');
const blank = '[ \\u00a0\\u202f]';
const digits = "\\d+(?:[.,’']\\d+)*";
const before = `(?:([A-Za-z]{2,10}|[${sign}])[ \\u00a0:]{0,2})?`;
// Chinese and Japanese count coins: 3 个 BTC.
const after = `(?:${blank}?[个個枚]?${blank}?([A-Za-z][A-Za-z0-9]{0,9}|[${sign}])(?![A-Za-z0-9]))?`;
const ofNumber = (number: string) =>
  new RegExp(`(?<![A-Za-z0-9.,+])${before}(?<![\\d.,])(${number})(?![\\d])${after}`, 'g');
const usual = ofNumber(digits);
const withBlanks = ofNumber(`\\d{1,3}(?:${blank}\\d{3})+(?:[.,]\\d+)?(?!${blank}?\\d)|${digits}`);

/** Amounts with their assets in a text: `850 XRP`, `USDT 1,234.56`. A number alone is none. */
export function recogniseAmounts(text: string, language: string): Spotted[] {
  const found: Spotted[] = [];
  for (const match of text.matchAll(grouped.has(language) ? withBlanks : usual)) {
    const [, first = '', number = '', last = ''] = match;
    const behind = assetBeside(last, language);
    const asset = behind ?? assetBeside(first, language);
    if (!asset) continue;
    const at = match[0].indexOf(number);
    const written = behind ? match[0].slice(at) : match[0].slice(0, at + number.length);
    const entity = { ...plain('amount', written, readAmount(number, language)), asset };
    found.push({ entity, start: match.index + (behind ? at : 0) });
  }
  return found;
}

/** Chinese traders write `500U` for tethers. */
const assetBeside = (word: string, language: string) =>
  signs[word] ?? (language === 'zh' && /^u$/i.test(word) ? 'USDT' : assetOf(word));
