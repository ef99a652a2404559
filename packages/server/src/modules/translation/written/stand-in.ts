import { type CoverageStanding, type CoverageStep, type Locale, languageOf } from '@fairlead/contract';
import type { CoveredText } from './coverage.ts';

/** How a text stands in a language, and the language that its readers get; null where they get nothing. */
export interface Standing {
  readonly standing: CoverageStanding;
  readonly reads: Locale | null;
}

/** How a text stands in a language, where it is looked for by a chain. Pure. */
export function standIn(
  text: Pick<CoveredText, 'source' | 'locales' | 'shipped'>,
  outdated: readonly Locale[],
  chain: readonly CoverageStep[],
  locale: Locale,
): Standing {
  for (const step of chain) {
    if (step === 'shipped' && text.shipped.includes(locale)) return { standing: 'shipped', reads: locale };
    const found = foundBy(step, text, locale);
    if (found === undefined) continue;
    if (found !== locale) return { standing: 'falls_back', reads: found };
    return { standing: outdated.includes(locale) ? 'outdated' : 'own', reads: locale };
  }
  return { standing: 'none', reads: null };
}

function foundBy(
  step: CoverageStep,
  { source, locales }: Pick<CoveredText, 'source' | 'locales'>,
  locale: Locale,
): Locale | undefined {
  switch (step) {
    case 'own':
      return locales.find((it) => it === locale);
    case 'relative':
      return locales.find((it) => languageOf(it) === languageOf(locale));
    case 'english':
      return locales.find((it) => it === 'en');
    case 'source':
      return locales.find((it) => it === source);
    case 'any':
      return locales[0];
    case 'shipped':
      return undefined;
  }
}
