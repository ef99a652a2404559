import type { ClassifierReport, Locale } from '@fairlead/contract';
import type { Fall } from '../../results/tally.ts';

/** Of 1: so much a language may lose where all together do not. Three of three hundred utterances are chance. */
export const tolerance = 0.01;

/** Right and total of a language, by the version before and by the new one. */
export interface LanguageScores {
  readonly locale: Locale;
  readonly before: { readonly right: number; readonly total: number };
  readonly after: { readonly right: number; readonly total: number };
}

/**
 * Whether a new version may go live in the place of another: not where the mean of all languages falls, where a language loses more than it may,
 * or where fewer of the kept examples are right in any language. Pure.
 */
export function reportOf(
  against: number,
  languages: readonly LanguageScores[],
  examples: readonly Fall[],
): ClassifierReport {
  const macro = { before: meanOf(languages, 'before'), after: meanOf(languages, 'after') };
  const lost = languages.some((it) => share(it.before) - share(it.after) > tolerance + rounding);
  return {
    against,
    languages: languages.map(({ locale, before, after }) => ({
      locale,
      before: { ...before },
      after: { ...after },
    })),
    macro,
    examples: [...examples],
    reasons: [
      ...(macro.after < macro.before - rounding ? (['macro'] as const) : []),
      ...(lost ? (['language'] as const) : []),
      ...(examples.length > 0 ? (['examples'] as const) : []),
    ],
  };
}

/** Fractions are not exact. */
const rounding = 1e-9;
const share = ({ right, total }: { right: number; total: number }) => (total === 0 ? 1 : right / total);

function meanOf(languages: readonly LanguageScores[], of: 'before' | 'after'): number {
  return languages.reduce((sum, it) => sum + share(it[of]), 0) / (languages.length || 1);
}
