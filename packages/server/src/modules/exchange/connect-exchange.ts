import type { Config } from '../../platform/config/settings.ts';
import type { Platform } from '../../platform/platform.ts';
import { createHolderFacts } from './back-office/holder-facts.ts';
import type { ExchangeConnector } from './connector/connector.ts';
import { noCustomerFacts, noHolderFacts, noMarketFacts } from './connector/not-connected.ts';
import { createCustomerFacts } from './htx/customer-facts.ts';
import { createMarketFacts } from './htx/market-facts.ts';

/** Where the exchange is, and what proves to it who asks. */
export type ExchangeSettings = Pick<
  Config,
  | 'EXCHANGE_URL'
  | 'EXCHANGE_STATUS_URL'
  | 'EXCHANGE_BACK_OFFICE_URL'
  | 'EXCHANGE_BACK_OFFICE_TOKEN'
  | 'EXCHANGE_KEY'
  | 'EXCHANGE_SECRET'
>;

/** The explorers of the chains, as the settings name them. */
export type ExplorerSettings = Pick<Config, 'EXPLORERS' | 'EXPLORER_KEYS'>;

/** The exchange that the settings name, or what says that there is none. Nothing is asked before somebody asks. */
export function connectExchange(
  { clock, log }: Pick<Platform, 'clock' | 'log'>,
  settings: ExchangeSettings,
): ExchangeConnector {
  const {
    EXCHANGE_URL: url,
    EXCHANGE_STATUS_URL: statusUrl,
    EXCHANGE_KEY: key,
    EXCHANGE_SECRET: secret,
    EXCHANGE_BACK_OFFICE_URL: officeUrl,
    EXCHANGE_BACK_OFFICE_TOKEN: token,
  } = settings;
  const market = url ? createMarketFacts({ clock, log, url, statusUrl }) : noMarketFacts;
  const customers =
    officeUrl && key && secret && token
      ? createCustomerFacts({ clock, url: officeUrl, token, credentials: { key, secret }, market })
      : noCustomerFacts;
  return {
    connected: { market: market !== noMarketFacts, customers: customers !== noCustomerFacts },
    market,
    customers,
    holders: officeUrl && token ? createHolderFacts({ clock, url: officeUrl, token }) : noHolderFacts,
  };
}
