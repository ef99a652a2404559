import { type Locale, locales } from '@fairlead/contract/locale';

/** What the visitor chose; all of it lives in the address, so that a link leads to the same page. */
export interface Choices {
  /** Who is signed in: a customer's id, or null for nobody. */
  readonly customer: string | null;
  /** Null: the customer's own language. */
  readonly locale: Locale | null;
  readonly theme: 'dark' | 'light';
  readonly symbol: string;
}

const initial: Choices = { customer: null, locale: null, theme: 'dark', symbol: 'btcusdt' };

/** Reads the choices of an address's query; what is unknown counts as not chosen. */
export function readChoices(query: string): Choices {
  const given = new URLSearchParams(query);
  const customer = given.get('customer');
  const wish = given.get('locale');
  const symbol = given.get('symbol')?.toLowerCase() ?? '';
  return {
    customer: customer && customer !== 'anonymous' ? customer : null,
    locale: locales.find((known) => known === wish) ?? null,
    theme: given.get('theme') === 'light' ? 'light' : 'dark',
    symbol: /^[a-z\d]{4,20}$/.test(symbol) ? symbol : initial.symbol,
  };
}

/** The query of an address that leads to these choices; what is as it comes is left out. */
export function writeChoices(choices: Choices): string {
  const query = new URLSearchParams();
  if (choices.customer) query.set('customer', choices.customer);
  if (choices.locale) query.set('locale', choices.locale);
  if (choices.theme !== initial.theme) query.set('theme', choices.theme);
  if (choices.symbol !== initial.symbol) query.set('symbol', choices.symbol);
  const text = query.toString();
  return text && `?${text}`;
}
