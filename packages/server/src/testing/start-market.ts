import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An exchange whose market stands as a test says. */
export interface Market {
  readonly url: string;
  /** Prices in USDT, and what they were 24 hours before. */
  readonly prices: Map<string, { last: number; open: number }>;
  /** Of BTC, by the exchange's name of the network: whether deposits come in and withdrawals go out. */
  readonly networks: Map<string, { name: string; deposits: boolean; withdrawals: boolean }>;
  /** Questions so far. */
  asked(): number;
  /** It answers nothing from now on, or again. */
  silence(on: boolean): void;
  stop(): Promise<void>;
}

/** Speaks as the exchange's public REST API does. */
export async function startMarket(): Promise<Market> {
  const prices: Market['prices'] = new Map([
    ['BTC', { last: 60_000, open: 60_000 }],
    ['ETH', { last: 3_000, open: 3_000 }],
  ]);
  const networks: Market['networks'] = new Map([
    ['btc', { name: 'BTC', deposits: true, withdrawals: true }],
    ['hbtc', { name: 'ERC20', deposits: true, withdrawals: true }],
  ]);
  let asked = 0;
  let silent = false;
  const gate = (open: boolean) => (open ? 'allowed' : 'prohibited');
  const answers: Record<string, () => object> = {
    '/v1/common/symbols': () => ({
      status: 'ok',
      data: [...prices.keys()].map((it) => ({
        symbol: `${it.toLowerCase()}usdt`,
        'base-currency': it.toLowerCase(),
        'quote-currency': 'usdt',
        state: 'online',
      })),
    }),
    '/market/tickers': () => ({
      status: 'ok',
      data: [...prices].map(([asset, { last, open }]) => ({
        symbol: `${asset.toLowerCase()}usdt`,
        open,
        close: last,
        high: Math.max(last, open),
        low: Math.min(last, open),
        amount: 1_000,
        vol: last * 1_000,
      })),
    }),
    '/v1/settings/common/chains': () => ({ status: 'ok', data: [] }),
    '/v2/reference/currencies': () => ({
      code: 200,
      data: [
        {
          currency: 'btc',
          instStatus: 'normal',
          chains: [...networks].map(([chain, { name, deposits, withdrawals }]) => ({
            chain,
            displayName: name,
            depositStatus: gate(deposits),
            withdrawStatus: gate(withdrawals),
          })),
        },
      ],
    }),
  };
  const server = createServer((request, response) => {
    asked++;
    const answer = answers[request.url?.split('?')[0] ?? ''];
    response.setHeader('content-type', 'application/json');
    if (silent) response.writeHead(503).end();
    else if (answer) response.end(JSON.stringify(answer()));
    else response.writeHead(404).end('{"code":404,"message":"not found","data":null}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prices,
    networks,
    asked: () => asked,
    silence(on) {
      silent = on;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
