import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An exchange of which nothing is known but what USDT costs on TRC20. */
export interface FeeExchange {
  readonly url: string;
  setFee(fee: string): void;
  stop(): Promise<void>;
}

/** Speaks as the public REST API does. */
export async function startFeeExchange(first: string): Promise<FeeExchange> {
  let fee = first;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/v2/reference/currencies')) response.end(JSON.stringify(currencies(fee)));
    else response.writeHead(404).end('{"code":404,"message":"not found","data":null}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    setFee(next) {
      fee = next;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const currencies = (fee: string) => ({
  code: 200,
  data: [
    {
      currency: 'usdt',
      instStatus: 'normal',
      chains: [
        ['trc20usdt', 'TRC20', 'TRX', 'TRC20', fee],
        ['usdterc20', 'ERC20', 'ETH', 'ERC20', '3'],
      ].map(([chain, displayName, baseChain, baseChainProtocol, transactFeeWithdraw]) => ({
        chain,
        displayName,
        baseChain,
        baseChainProtocol,
        isDynamic: false,
        numOfFastConfirmations: 1,
        numOfConfirmations: 20,
        depositStatus: 'allowed',
        withdrawStatus: 'allowed',
        minDepositAmt: '0.1',
        minWithdrawAmt: '2',
        maxWithdrawAmt: '5000000',
        withdrawPrecision: 6,
        withdrawFeeType: 'fixed',
        transactFeeWithdraw,
        withdrawQuotaPerDay: '5000000',
        withdrawQuotaPerYear: null,
        withdrawQuotaTotal: null,
        addrWithTag: false,
        addrDepositTag: false,
      })),
    },
  ],
});
