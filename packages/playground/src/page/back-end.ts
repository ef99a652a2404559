import type { Locale } from '@fairlead/contract/locale';

/** A customer as the exchange's own back end tells the page. */
export interface Customer {
  readonly id: string;
  readonly uid: string;
  readonly name: string;
  readonly locale: Locale;
  readonly tier: 'standard' | 'vip' | 'pro';
  readonly verificationLevel: 1 | 2 | 3;
  readonly balances: Readonly<Record<string, number>>;
}

export interface Config {
  readonly inboxKey: string;
  readonly customers: readonly Customer[];
  /** There is a portal to send customers to. */
  readonly portal: boolean;
}

export async function fetchConfig(): Promise<Config> {
  const response = await fetch('/playground/api/config');
  if (!response.ok) throw new Error(`no configuration: ${response.status}`);
  return response.json() as Promise<Config>;
}

/** A fresh identity token of a customer, for the chat. */
export const fetchIdentity = (customer: string): Promise<string> => fetchToken('identity', customer);

/** The address at which the portal knows a customer: the identity stands behind the `#`, which no server gets to see. */
export async function portalAddress(customer: string, locale: string): Promise<string> {
  return `/portal/?lang=${locale}#identity=${await fetchToken('portal-identity', customer)}`;
}

async function fetchToken(endpoint: string, customer: string): Promise<string> {
  const response = await fetch(`/playground/api/${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customer }),
  });
  if (!response.ok) throw new Error(`no identity: ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}
