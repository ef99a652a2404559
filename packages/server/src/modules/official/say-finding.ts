import {
  directionOf,
  formatMessage,
  type Locale,
  type OfficialFinding,
  type OfficialVerdict,
  officialPlatforms,
} from '@fairlead/contract';
import { cataloguesIn } from '../../platform/catalogues.ts';

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));
const textOf = (locale: Locale, key: string, params: Record<string, string>): string =>
  formatMessage(locale, catalogues(locale)[key] ?? key, params);

/** Latin names keep their order within a line that runs from right to left. */
const whole = (locale: Locale, text: string) =>
  directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text;

/** What a finding is about, as people write it. */
export function nameOfFinding({ readAs, input }: OfficialFinding): string {
  if (readAs?.kind !== 'handle') return readAs?.value ?? input;
  const handle = /^\d+$/.test(readAs.value) ? `+${readAs.value}` : `@${readAs.value}`;
  return readAs.platform ? `${officialPlatforms[readAs.platform]} ${handle}` : handle;
}

/** What was found of a thing: first whether it is ours, then why, a line each. */
export function sayFinding(locale: Locale, finding: OfficialFinding): string[] {
  const what = whole(locale, nameOfFinding(finding));
  const { verdict, label } = finding;
  const named = verdict === 'official' && label !== null;
  return [
    named
      ? textOf(locale, 'verdict.official_label', { what, label: whole(locale, label) })
      : textOf(locale, `verdict.${verdict}`, { what }),
    ...sayReasons(locale, finding.reasons),
  ];
}

/** Why, a line each. */
export const sayReasons = (locale: Locale, reasons: OfficialFinding['reasons']): string[] =>
  reasons.map(({ code, of }) => textOf(locale, `reason.${code}`, { of: whole(locale, of ?? '') }));

/** What to do. */
export const sayAdvice = (locale: Locale, verdict: OfficialVerdict): string =>
  textOf(locale, `next.${verdict}`, {});
