import { type Currency, type Locale, locales, type TranslationState } from '@fairlead/contract';

export const standings = ['current', 'outdated', 'missing', 'draft', 'review', 'archived'] as const;
/** How a translation stands, in the one word that an editor asks for. */
export type Standing = (typeof standings)[number];

/** What the address of the list says. */
export interface ArticleSearch {
  q?: string;
  /** A category's id. */
  category?: string;
  language?: Locale;
  standing?: Standing;
  /** Only those whose review is due. */
  due?: true;
}

/** Reads the address; what it does not know is left out. */
export function articleSearch(raw: Record<string, unknown>): ArticleSearch {
  const text = (value: unknown) =>
    // The router reads `?q=1042` as a number.
    typeof value === 'number' ? String(value) : typeof value === 'string' && value ? value : undefined;
  const all = {
    q: text(raw['q']),
    category: text(raw['category']),
    language: locales.find((it) => it === raw['language']),
    standing: standings.find((it) => it === raw['standing']),
    due: raw['due'] === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

interface ListQuery {
  text?: string;
  categoryId?: string;
  locale?: Locale;
  state?: TranslationState;
  currency?: Currency;
  due?: 'true';
}

/** What the list is asked for. What is missing is missing in a language: without one that says nothing. */
export function listQueryOf({ q, category, language, standing, due }: ArticleSearch): ListQuery {
  const query: ListQuery = {};
  if (q) query.text = q;
  if (category) query.categoryId = category;
  if (language) query.locale = language;
  if (standing === 'current' || standing === 'outdated') query.currency = standing;
  else if (standing === 'missing') {
    if (language) query.currency = standing;
  } else if (standing) query.state = standing;
  if (due) query.due = 'true';
  return query;
}
