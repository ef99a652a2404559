import { type Locale, locales } from '@fairlead/contract';

export const insightTabs = [
  'empty',
  'unopened',
  'contacts',
  'votes',
  'views',
  'outdated',
  'drift',
  'duplicates',
  'due',
  'coverage',
] as const;
/** What is looked at: what readers searched, what they read, what waits for editors, what is answered in which language. */
type InsightTab = (typeof insightTabs)[number];

export const insightDays = [7, 28, 90] as const;
type InsightDays = (typeof insightDays)[number];

/** What the address of the insight page says. */
export interface InsightSearch {
  tab?: InsightTab;
  days?: InsightDays;
  language?: Locale;
}

/** Reads the address; what it does not know is left out. */
export function insightSearch(raw: Record<string, unknown>): InsightSearch {
  const all = {
    tab: insightTabs.find((it) => it === raw['tab']),
    days: insightDays.find((it) => it === raw['days']),
    language: locales.find((it) => it === raw['language']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
