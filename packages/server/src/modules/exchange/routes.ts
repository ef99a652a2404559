import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import type { ExchangeConnector } from './connector/connector.ts';
import { lookUpCustomer } from './look-up-customer.ts';

/** Serves what agents may know of the exchange. */
export function exchangeRoutes({ http, database, log }: Platform, connector: ExchangeConnector): void {
  http.route(endpoints.exchange.lookUp, ({ caller, params }) =>
    lookUpCustomer({ database, log, connector }, caller, params.id),
  );
}
