import type { CoverageKind, CoverageStep, Locale } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';

/** A text that is written in several languages. */
export interface CoveredText {
  /** Names it among those of its kind. */
  readonly id: string;
  /** What is opened to write it. */
  readonly owner: string;
  readonly name: string;
  /** The language that the others follow. */
  readonly source: Locale;
  /** In which it is written here. */
  readonly locales: readonly Locale[];
  /** In which it came along. */
  readonly shipped: readonly Locale[];
  /** Where what it follows is known by revisions: those that are behind. */
  readonly outdated?: readonly Locale[];
  /** Where it is not: what the source says, to be held against what was noted as it was written (`noteTexts`). */
  readonly says?: string;
}

/** Texts of a kind: a module fills it for what it owns. */
export interface CoverageSource {
  readonly kind: CoverageKind;
  /** Where a reader’s text is looked for. */
  readonly chain: readonly CoverageStep[];
  list(reader: Reader): Promise<readonly CoveredText[]>;
}

/** The language that is the source of texts without one that is named: English, else the first that there is. Pure. */
export function sourceOf(texts: Readonly<Partial<Record<Locale, unknown>>>): Locale {
  const there = Object.keys(texts) as Locale[];
  return there.includes('en') ? 'en' : (there[0] ?? 'en');
}
