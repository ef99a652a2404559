import type { Platform } from '../../platform/platform.ts';
import type { Official } from '../official/index.ts';
import { connectExchange, type ExchangeSettings } from './connect-exchange.ts';
import type { ExchangeConnector } from './connector/connector.ts';
import { flowRoutes } from './flows/flow-routes.ts';
import { createFlows, type Flows } from './flows/run-flow.ts';
import { exchangeRoutes } from './routes.ts';

export type { ExchangeSettings } from './connect-exchange.ts';
export { liveFacts } from './facts/live-facts.ts';
export type { FlowRun } from './flows/present-run.ts';

/** The exchange as this node knows it. */
export interface Exchange {
  readonly connector: ExchangeConnector;
  /** Where a deposit is, and the like: answers in words, from what the exchange knows now. */
  readonly flows: Flows;
  /** Speaks to another exchange from now on: the demo's own is there only once the demo is. */
  connect(settings: ExchangeSettings): void;
}

/** The door of the exchange module: what the exchange knows of its market, and of its customers. See README.md for what it promises. */
export function exchangeModule(
  platform: Platform,
  { official }: { official: Pick<Official, 'check'> },
): Exchange {
  let current = connectExchange(platform, platform.config);
  const connector: ExchangeConnector = {
    get connected() {
      return current.connected;
    },
    get market() {
      return current.market;
    },
    get customers() {
      return current.customers;
    },
  };
  const flows = createFlows(platform, { connector, official });
  exchangeRoutes(platform, connector);
  flowRoutes(platform, connector, flows);
  return {
    connector,
    flows,
    connect(settings) {
      current = connectExchange(platform, settings);
    },
  };
}
