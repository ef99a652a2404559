/**
 * Answers in the shapes that the exchange's public documentation prints (https://huobiapi.github.io/docs/spot/v1/en/, its official SDK, and Statuspage's
 * API). Written from there, with figures of our own: not recorded from the exchange.
 */

export const currenciesAnswer = {
  code: 200,
  data: [
    {
      chains: [
        {
          chain: 'trc20usdt',
          displayName: 'TRC20',
          baseChain: 'TRX',
          baseChainProtocol: 'TRC20',
          isDynamic: false,
          depositStatus: 'allowed',
          maxTransactFeeWithdraw: '1.00000000',
          maxWithdrawAmt: '280000.00000000',
          minDepositAmt: '0.1',
          minTransactFeeWithdraw: '0.10000000',
          minWithdrawAmt: '0.01',
          numOfConfirmations: 999,
          numOfFastConfirmations: 99,
          withdrawFeeType: 'circulated',
          withdrawPrecision: 5,
          withdrawQuotaPerDay: '280000.00000000',
          withdrawQuotaPerYear: '2800000.00000000',
          withdrawQuotaTotal: '2800000.00000000',
          withdrawStatus: 'allowed',
        },
        {
          chain: 'usdt',
          displayName: 'OMNI',
          baseChain: 'BTC',
          baseChainProtocol: 'OMNI',
          isDynamic: false,
          depositStatus: 'prohibited',
          maxWithdrawAmt: '19000.00000000',
          minDepositAmt: '0.0001',
          minWithdrawAmt: '2',
          numOfConfirmations: 2,
          numOfFastConfirmations: 1,
          transactFeeRateWithdraw: '0.00100000',
          withdrawFeeType: 'ratio',
          withdrawPrecision: 7,
          withdrawQuotaPerDay: '90000.00000000',
          withdrawQuotaPerYear: '111000.00000000',
          withdrawQuotaTotal: '1110000.00000000',
          withdrawStatus: 'paused',
        },
      ],
      currency: 'usdt',
      instStatus: 'normal',
    },
    { chains: [], currency: 'gone', instStatus: 'delisted' },
    { chains: [{ no: 'chain' }], currency: 'odd', instStatus: 'suspended' },
    'nothing that can be read',
  ],
};

export const chainsAnswer = {
  status: 'ok',
  data: [
    {
      chain: 'usdt',
      currency: 'usdt',
      code: 'usdt',
      de: false,
      we: true,
      suspend_deposit_desc: 'Deposits over OMNI are suspended for an upgrade.',
      suspend_withdraw_desc: '',
    },
  ],
};

export const symbolsAnswer = {
  status: 'ok',
  data: [
    {
      'base-currency': 'btc',
      'quote-currency': 'usdt',
      'price-precision': 2,
      'amount-precision': 6,
      'symbol-partition': 'main',
      symbol: 'btcusdt',
      state: 'online',
      'min-order-value': 5,
      'api-trading': 'enabled',
    },
    { 'base-currency': 'old', 'quote-currency': 'usdt', symbol: 'oldusdt', state: 'frozen' },
  ],
};

/** The documentation prints `data`, the exchange answers `tick`. */
export const mergedAnswer = {
  status: 'ok',
  ch: 'market.btcusdt.detail.merged',
  ts: 1629788763750,
  tick: {
    id: 272156789143,
    version: 272156789143,
    open: 50080.0,
    close: 49820.92,
    low: 48767.0,
    high: 50500.0,
    amount: 12055.365781937457,
    vol: 5.985618685709001e8,
    count: 420573,
    bid: [49819.48, 2.58112],
    ask: [49819.49, 0.002411],
  },
};

export const tickersAnswer = {
  status: 'ok',
  ts: 1629789355531,
  data: [
    {
      symbol: 'btcusdt',
      open: 0.044297,
      high: 0.049997,
      low: 0.0433,
      close: 0.0447,
      amount: 1036.58,
      vol: 46.21,
      count: 12,
      bid: 0.0446,
      bidSize: 5,
      ask: 0.0448,
      askSize: 7,
    },
    { symbol: 'unknownpair', open: 1, high: 1, low: 1, close: 1, amount: 1, vol: 1 },
    { symbol: 'btcusdt', close: 'n/a' },
  ],
};

export const klineAnswer = {
  ch: 'market.btcusdt.kline.5min',
  status: 'ok',
  ts: 1629769247172,
  data: [
    {
      id: 1629769200,
      open: 49056.37,
      close: 49025.51,
      low: 49022.86,
      high: 49056.38,
      amount: 3.946281917950917,
      vol: 193489.67275732,
      count: 196,
    },
  ],
};

export const haltedAnswer = {
  code: 200,
  message: 'success',
  data: {
    marketStatus: 2,
    haltStartTime: 1495501800000,
    haltEndTime: 1495505400000,
    haltReason: 3,
    affectedSymbols: 'btcusdt,ethusdt',
  },
};

export const summaryAnswer = {
  page: { id: 'p0qjfl24znv5', name: 'Huobi', url: 'https://status.huobigroup.com' },
  components: [{ id: 'h028tnzw1n5l', name: 'Deposit', status: 'operational' }],
  incidents: [
    {
      name: 'Delayed withdrawals',
      status: 'investigating',
      impact: 'minor',
      created_at: '2026-11-25T08:00:00.000Z',
      resolved_at: null,
      incident_updates: [{ body: 'We look into it.', created_at: '2026-11-25T08:05:00.000Z' }],
    },
  ],
  scheduled_maintenances: [
    {
      name: 'Upgrade of the matching engine',
      status: 'scheduled',
      scheduled_for: '2026-11-30T02:00:00.000Z',
      scheduled_until: '2026-11-30T03:00:00.000Z',
    },
  ],
  status: { indicator: 'minor', description: 'Partially degraded' },
};

export const withdrawsAnswer = {
  status: 'ok',
  data: [
    {
      id: 101544846,
      type: 'withdraw',
      'sub-type': 'NORMAL',
      currency: 'usdt',
      chain: 'usdterc20',
      'tx-hash': '',
      amount: 62,
      'from-addr-tag': '',
      address: 'b42ab8fc19ad0bb0a5e5ef5ea3e1ff4b5b5f5ab3',
      'address-tag': '',
      fee: 20,
      state: 'reexamine',
      'created-at': 1641534149704,
      'updated-at': 1641534151012,
    },
    {
      id: 101544847,
      type: 'withdraw',
      currency: 'xrp',
      chain: 'xrp',
      'tx-hash': 'ED03094B84EAFBE4BC16E7EF766EE959885EE5BCB265872BAAA9C64E1CF86C2B',
      amount: 0.000001,
      address: 'rBWpYJhuJWBPAkzJ4kYQqHShSkkF3rgeD',
      'address-tag': '100892',
      fee: 0,
      state: 'quantum-review',
      'error-code': '',
      'error-msg': '',
      'created-at': 1641534149704,
      'updated-at': 1641534151012,
      'a-field-of-tomorrow': {},
    },
  ],
};

export const depositsAnswer = {
  status: 'ok',
  data: [
    {
      id: 45182894,
      type: 'deposit',
      'sub-type': 'FAST',
      currency: 'usdt',
      chain: '',
      'tx-hash': '',
      amount: 3000,
      address: '',
      'address-tag': '',
      fee: 0,
      state: 'safe',
      'created-at': 1641531233000,
      'updated-at': 1641531233000,
    },
  ],
};

export const ordersAnswer = {
  status: 'ok',
  data: [
    {
      id: 357630527817871,
      symbol: 'oldusdt',
      'account-id': 13496526,
      amount: '23.000000000000000000',
      price: '0.5',
      'created-at': 1630633835224,
      type: 'buy-limit',
      'field-amount': '11.5',
      'field-cash-amount': '5.75',
      'field-fees': '0.023',
      'finished-at': 0,
      'canceled-at': 0,
      source: 'spot-web',
      state: 'partial-filled',
    },
    {
      id: 357630527817872,
      symbol: 'btcusdt',
      amount: '100',
      price: '0',
      'created-at': 1630633835224,
      type: 'buy-market',
      'filled-amount': '0.002',
      'filled-cash-amount': '99.64',
      'filled-fees': '0.000004',
      'finished-at': 1630633835300,
      state: 'filled',
    },
  ],
};

export const quotaAnswer = {
  code: 200,
  data: {
    currency: 'btc',
    chains: [
      {
        chain: 'btc',
        maxWithdrawAmt: '200.00000000',
        withdrawQuotaPerDay: '200.00000000',
        remainWithdrawQuotaPerDay: '120.5',
        withdrawQuotaPerYear: '700000.00000000',
        remainWithdrawQuotaPerYear: '700000.00000000',
        withdrawQuotaTotal: '-1',
        remainWithdrawQuotaTotal: '-1',
      },
    ],
  },
};

export const addressesAnswer = {
  code: 200,
  data: [
    {
      userId: 12345678,
      currency: 'xrp',
      address: 'rBWpYJhuJWBPAkzJ4kYQqHShSkkF3rgeD',
      addressTag: '100892',
      chain: 'xrp',
    },
  ],
};
