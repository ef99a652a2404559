import type { Locale } from '@fairlead/contract';

/** A figure of the exchange that articles name instead of typing it. Numbers are decimal strings: they are shown as they are, never rounded. */
export type Fact =
  | { readonly kind: 'amount'; readonly amount: string; readonly asset: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'percent'; readonly percent: string };

/**
 * All figures, each with the moment at which it was so. Names are such as `fee.withdraw.USDT.TRC20`; where an asset has one network, it goes
 * without saying.
 */
export type FactSheet = ReadonlyMap<string, { readonly fact: Fact; readonly asOf: Date }>;

/** Where live facts come from; the exchange's connector fills it. */
export type FactSource = () => Promise<FactSheet>;

/** A fact as it is written in a language. */
export function writeFact(fact: Fact, locale: Locale): string {
  switch (fact.kind) {
    case 'amount':
      return `${decimal(fact.amount, locale)}\u00a0${fact.asset}`;
    case 'count':
      return new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(fact.count);
    case 'percent':
      return `${decimal(fact.percent, locale)}${/^(de|fr|ru|es)/.test(locale) ? '\u00a0' : ''}%`;
  }
}

// A string, since a Number would lose what it cannot hold. Digits stay Latin: they are compared with those on the exchange's pages.
const decimal = (number: string, locale: Locale): string =>
  new Intl.NumberFormat(locale, { numberingSystem: 'latn', maximumFractionDigits: 20 }).format(
    number as Intl.StringNumericLiteral,
  );
