/** How a currency travels on one chain, in the words of `/v2/reference/currencies`. */
interface Chain {
  readonly chain: string;
  readonly displayName: string;
  readonly baseChain: string;
  readonly baseChainProtocol: string;
  readonly isDynamic: boolean;
  /** Blocks until a deposit may be traded, and until it may be withdrawn. */
  readonly numOfFastConfirmations: number;
  readonly numOfConfirmations: number;
  readonly depositStatus: 'allowed' | 'prohibited';
  readonly withdrawStatus: 'allowed' | 'prohibited';
  readonly minDepositAmt: string;
  readonly minWithdrawAmt: string;
  readonly maxWithdrawAmt: string;
  readonly withdrawPrecision: number;
  readonly withdrawFeeType: 'fixed';
  readonly transactFeeWithdraw: string;
  readonly withdrawQuotaPerDay: string;
  readonly withdrawQuotaPerYear: null;
  readonly withdrawQuotaTotal: null;
  /** A memo or tag must be given beside the address. */
  readonly addrWithTag: boolean;
  readonly addrDepositTag: boolean;
}

export interface Currency {
  readonly currency: string;
  readonly instStatus: 'normal' | 'delisted';
  readonly chains: readonly Chain[];
}

type Names = readonly [chain: string, displayName: string, baseChain: string, protocol: string];
type Terms = readonly [
  fast: number,
  safe: number,
  minDeposit: string,
  minWithdraw: string,
  fee: string,
  most: string,
];
type Extras = { tag?: true; closed?: 'deposit' | 'withdraw' };

function chain(names: Names, terms: Terms, extras: Extras = {}): Chain {
  const [fast, safe, minDeposit, minWithdraw, fee, most] = terms;
  return {
    chain: names[0],
    displayName: names[1],
    baseChain: names[2],
    baseChainProtocol: names[3],
    isDynamic: false,
    numOfFastConfirmations: fast,
    numOfConfirmations: safe,
    depositStatus: extras.closed === 'deposit' ? 'prohibited' : 'allowed',
    withdrawStatus: extras.closed === 'withdraw' ? 'prohibited' : 'allowed',
    minDepositAmt: minDeposit,
    minWithdrawAmt: minWithdraw,
    maxWithdrawAmt: most,
    withdrawPrecision: 6,
    withdrawFeeType: 'fixed',
    transactFeeWithdraw: fee,
    withdrawQuotaPerDay: most,
    withdrawQuotaPerYear: null,
    withdrawQuotaTotal: null,
    addrWithTag: extras.tag ?? false,
    addrDepositTag: extras.tag ?? false,
  };
}

const normal = (currency: string, ...chains: Chain[]): Currency => ({
  currency,
  instStatus: 'normal',
  chains,
});

/**
 * Every currency of the simulated exchange. Not all doors are open, as on any day: deposits of ADA and withdrawals
 * of USDT over Avalanche are suspended.
 */
export const currencies: readonly Currency[] = [
  normal(
    'usdt',
    chain(['trc20usdt', 'TRC20', 'TRX', 'TRC20'], [20, 27, '1', '5', '1', '2000000']),
    chain(['usdterc20', 'ERC20', 'ETH', 'ERC20'], [12, 64, '1', '10', '2.4', '2000000']),
    chain(['solusdt', 'SOL', 'SOL', 'SPL'], [60, 100, '1', '5', '1', '1000000']),
    chain(['tonusdt', 'TON', 'TON', 'JETTON'], [10, 20, '1', '5', '0.5', '500000'], { tag: true }),
    chain(['cchainusdt', 'AVAXC', 'AVAX', 'CCHAIN'], [12, 30, '1', '5', '0.8', '500000'], {
      closed: 'withdraw',
    }),
  ),
  normal('btc', chain(['btc', 'BTC', 'BTC', 'BTC'], [1, 2, '0.0001', '0.001', '0.0004', '180'])),
  normal('eth', chain(['eth', 'ETH', 'ETH', 'ETH'], [12, 64, '0.001', '0.01', '0.0009', '4000'])),
  normal('trx', chain(['trx1', 'TRX', 'TRX', 'TRX'], [20, 27, '1', '10', '1', '20000000'])),
  normal('sol', chain(['sol', 'SOL', 'SOL', 'SOL'], [60, 100, '0.01', '0.1', '0.008', '60000'])),
  normal('xrp', chain(['xrp', 'XRP', 'XRP', 'XRP'], [2, 4, '1', '20', '0.2', '5000000'], { tag: true })),
  normal(
    'htx',
    chain(['trc20htx', 'TRC20', 'TRX', 'TRC20'], [20, 27, '100000', '1000000', '250000', '900000000000']),
  ),
  normal('doge', chain(['doge', 'DOGE', 'DOGE', 'DOGE'], [20, 40, '10', '40', '5', '30000000'])),
  normal('ltc', chain(['ltc', 'LTC', 'LTC', 'LTC'], [4, 6, '0.01', '0.1', '0.001', '50000'])),
  normal('ton', chain(['ton', 'TON', 'TON', 'TON'], [10, 20, '0.1', '1', '0.02', '800000'], { tag: true })),
  normal(
    'ada',
    chain(['ada', 'ADA', 'ADA', 'ADA'], [15, 30, '1', '10', '1', '5000000'], { closed: 'deposit' }),
  ),
  normal('link', chain(['link', 'ERC20', 'ETH', 'ERC20'], [12, 64, '0.1', '2', '0.16', '300000'])),
  normal('avax', chain(['avaxcchain', 'AVAXC', 'AVAX', 'CCHAIN'], [12, 30, '0.05', '0.5', '0.01', '200000'])),
];
