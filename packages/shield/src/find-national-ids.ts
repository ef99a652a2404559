import type { FoundSecret } from './found-secret.ts';
import {
  isChineseId,
  isCpf,
  isInn,
  isKoreanId,
  isMyNumber,
  isSnils,
  isSpanishId,
  isTaiwaneseId,
  isThaiId,
  isTurkishId,
} from './national-checks.ts';

interface Form {
  readonly pattern: RegExp;
  readonly holds: (bare: string) => boolean;
  /** Where digits alone could be anything: what must be said before them. */
  readonly called?: RegExp;
}

const reach = 30;
/** Fewer figures, however they are set apart, are none of them: one look instead of twelve. */
const enoughFigures = /\d(?:[ .-]?\d){6}/;
const forms: readonly Form[] = [
  { pattern: /(?<![\p{sc=Latn}\p{N}])\d{17}[\dXx](?![\p{sc=Latn}\p{N}])/gu, holds: isChineseId },
  { pattern: /(?<![\p{sc=Latn}\p{N}])\d{6}-[1-8]\d{6}(?![\p{sc=Latn}\p{N}-])/gu, holds: isKoreanId },
  {
    pattern: /(?<![\p{sc=Latn}\p{N}])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![\p{sc=Latn}\p{N}])/giu,
    holds: isSpanishId,
  },
  { pattern: /(?<![\p{sc=Latn}\p{N}-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\p{sc=Latn}\p{N}-])/gu, holds: isSnils },
  {
    pattern: /(?<![\p{sc=Latn}\p{N}])\d{12}(?![\p{sc=Latn}\p{N}])/gu,
    holds: isInn,
    called: /инн|tax|налог/iu,
  },
  {
    pattern: /(?<![\p{sc=Latn}\p{N}-])\d{4}([ -]?)\d{4}\1\d{4}(?![\p{sc=Latn}\p{N}-])/gu,
    holds: isMyNumber,
    called: /マイナンバー|個人番号|my ?number/iu,
  },
  { pattern: /(?<![\p{sc=Latn}\p{N}.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\p{sc=Latn}\p{N}-])/gu, holds: isCpf },
  { pattern: /(?<![\p{sc=Latn}\p{N}])\d{11}(?![\p{sc=Latn}\p{N}])/gu, holds: isCpf, called: /cpf/i },
  {
    pattern: /(?<![\p{sc=Latn}\p{N}])[1-9]\d{10}(?![\p{sc=Latn}\p{N}])/gu,
    holds: isTurkishId,
    called: /t\.?\s?c\.?(?![a-z])|kimlik|tckn/i,
  },
  { pattern: /(?<![\p{sc=Latn}\p{N}])[A-Z][1289]\d{8}(?![\p{sc=Latn}\p{N}])/giu, holds: isTaiwaneseId },
  { pattern: /(?<![\p{sc=Latn}\p{N}-])\d-\d{4}-\d{5}-\d{2}-\d(?![\p{sc=Latn}\p{N}-])/gu, holds: isThaiId },
  {
    pattern: /(?<![\p{sc=Latn}\p{N}])[1-8]\d{12}(?![\p{sc=Latn}\p{N}])/gu,
    holds: isThaiId,
    called: /บัตรประชาชน|ประจำตัว|thai/iu,
  },
];

/**
 * Numbers of identity documents of the countries with most customers that have a check: China, Korea, Spain, Russia, Japan, Brazil, Turkey, Taiwan, Thailand.
 * All are `certain`: by form and check, and where form says little, by what they are called.
 */
export function findNationalIds(text: string): FoundSecret[] {
  if (!enoughFigures.test(text)) return [];
  return forms.flatMap(({ pattern, holds, called }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (!holds(match[0].replace(/[ .-]/g, '').toUpperCase())) return [];
      const [start, end] = [match.index, match.index + match[0].length];
      if (called && !called.test(text.slice(Math.max(0, start - reach), start))) return [];
      return [{ kind: 'national_id' as const, start, end, certainty: 'certain' as const }];
    }),
  );
}
