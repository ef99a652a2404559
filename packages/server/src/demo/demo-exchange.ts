import { randomBytes } from 'node:crypto';
import { simulatedExplorerKey } from '@fairlead/playground';
import type { ExchangeSettings, ExplorerSettings } from '../modules/exchange/index.ts';

/** With what the demo's server proves to the simulated exchange who asks. */
export interface DemoExchangeKeys {
  readonly key: string;
  readonly secret: string;
  readonly token: string;
}

/** New ones at every start: the exchange is in the same process. */
export function makeDemoExchangeKeys(): DemoExchangeKeys {
  const random = () => randomBytes(24).toString('base64url');
  return { key: random(), secret: random(), token: random() };
}

/** Where the playground's exchange is, as seen from this machine. */
export function demoExchange(host: string, port: number, keys: DemoExchangeKeys): ExchangeSettings {
  const url = `${playgroundAddress(host, port)}/exchange`;
  return {
    EXCHANGE_URL: url,
    EXCHANGE_STATUS_URL: `${url}/status/api/v2/summary.json`,
    EXCHANGE_BACK_OFFICE_URL: url,
    EXCHANGE_BACK_OFFICE_TOKEN: keys.token,
    EXCHANGE_KEY: keys.key,
    EXCHANGE_SECRET: keys.secret,
  };
}

/** The same of the explorers that it simulates. */
export function demoExplorers(host: string, port: number): ExplorerSettings {
  const url = `${playgroundAddress(host, port)}/explorer`;
  return {
    EXPLORERS: [
      { chain: 'bitcoin', api: 'esplora', url: `${url}/bitcoin` },
      { chain: 'litecoin', api: 'esplora', url: `${url}/litecoin` },
      { chain: 'ethereum', api: 'blockscout', url: `${url}/ethereum` },
      { chain: 'bsc', api: 'etherscan', url: `${url}/etherscan/v2/api` },
      { chain: 'xrp', api: 'xrpl', url: `${url}/xrp` },
    ],
    EXPLORER_KEYS: new Map([['bsc', simulatedExplorerKey]]),
  };
}

/** Where the playground is, as seen from this machine. */
export function playgroundAddress(host: string, port: number): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const reached = everywhere[host] ?? host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}/playground`;
}
