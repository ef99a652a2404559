/** What the simulated explorers know: transactions that no record of the exchange has, each another reason why a deposit is missing. */
interface Story {
  readonly txid: string;
  readonly state: 'waiting' | 'ok' | 'error';
  /** Hours before the day began. */
  readonly hours: number;
}

export interface OutputStory extends Story {
  readonly chain: 'bitcoin' | 'litecoin';
  readonly outputs: ReadonlyArray<readonly [address: string, value: number]>;
}

export interface ContractStory extends Story {
  readonly chain: 'ethereum' | 'bsc';
  readonly to: string;
  readonly toContract: boolean;
  /** Of the chain's own coin, in its smallest unit. */
  readonly value: string;
  readonly tokens: ReadonlyArray<{
    readonly to: string;
    readonly symbol: string;
    readonly decimals: string;
    readonly value: string;
  }>;
  readonly internal: ReadonlyArray<{ readonly to: string; readonly value: string }>;
}

export interface PaymentStory extends Story {
  readonly to: string;
  /** Destination tag. */
  readonly tag: number | null;
  readonly drops: string;
}

/** Where the exchange receives (see accounts/lines.ts), and where it does not. */
const ours = '0x52908400098527886E0F7030069857D2E4169EE7';
const stranger = '0xde709f2102306220921060314715629080e2fb77';
const tether = '0xdAC17F958D2ee523a2206206994597C13D831ec7';
const tetherOfBsc = '0x55d398326f99059fF775485246999027B3197955';
const router = '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D';

export const outputStories: readonly OutputStory[] = [
  // Sent out, and in no block yet.
  {
    chain: 'bitcoin',
    txid: '6b1f0c52d9a847e3b05c6e7f1a2d4938c7e5b6a01f9d3c482e6b7a5d0c1f8e94',
    state: 'waiting',
    hours: 0,
    outputs: [
      ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 2_500_000],
      ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 118_400_021],
    ],
  },
  // To somebody else.
  {
    chain: 'bitcoin',
    txid: 'c08e4d7a1b3f5926e7d0a9c8b4f1623d5e7a9b0c2d4f6e8a1c3b5d7f9e0a2c46',
    state: 'ok',
    hours: 5,
    outputs: [['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 41_000_000]],
  },
  {
    chain: 'litecoin',
    txid: '19d3b7e5f0a2c4869b1d3f5e7a9c0b2d4f6e8a1c3b5d7f9e0a2c4e6b8d0f1a37',
    state: 'ok',
    hours: 7,
    outputs: [['LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9', 1_250_000_000]],
  },
];

export const contractStories: readonly ContractStory[] = [
  // Confirmed, to the right address, and not credited.
  {
    chain: 'ethereum',
    txid: '0x8f2d6a1c4b7e9035d8c1f6a2b4e7093d5c8f1a6b2e4d7093c5f8a1d6b2e4c709',
    state: 'ok',
    hours: 9,
    to: tether,
    toContract: true,
    value: '0',
    tokens: [{ to: ours, symbol: 'USDT', decimals: '6', value: '750000000' }],
    internal: [],
  },
  // Over the wrong network: the same address, another chain.
  {
    chain: 'bsc',
    txid: '0x3ce7b05d9a1f4268e0c3b7d5f9a1e4268c0b3d7f5e9a1c4268b0d3f7e5a9c142',
    state: 'ok',
    hours: 11,
    to: tetherOfBsc,
    toContract: true,
    value: '0',
    tokens: [{ to: ours, symbol: 'USDT', decimals: '18', value: '320000000000000000000' }],
    internal: [],
  },
  // It failed, and nothing moved.
  {
    chain: 'ethereum',
    txid: '0xd14a7f0c3e9b5628a1d4f7c0e3b95628d1a4c7f0b3e95628a1f4d7c0e3b95a62',
    state: 'error',
    hours: 6,
    to: tether,
    toContract: true,
    value: '0',
    tokens: [],
    internal: [],
  },
  // To somebody else.
  {
    chain: 'ethereum',
    txid: '0x50b9e2d7c4f1a8360d5b9e2c7f4a18360b5d9e2f7c4a18360e5b9d2c7f4a1836',
    state: 'ok',
    hours: 14,
    to: stranger,
    toContract: false,
    value: '1500000000000000000',
    tokens: [],
    internal: [],
  },
  // A contract sent it on.
  {
    chain: 'ethereum',
    txid: '0xa7c30e5f9d1b48260a7c3e5f0d9b14826a7c0e3f5d9b148260ac7e3f5d90b148',
    state: 'ok',
    hours: 4,
    to: router,
    toContract: true,
    value: '0',
    tokens: [],
    internal: [{ to: ours, value: '410000000000000000' }],
  },
];

const oursOnXrp = 'rPT1Sjq2YGrBMTttX4GZHjKu9dyfzbpAYe';

export const paymentStories: readonly PaymentStory[] = [
  // Without the tag that says whose it is.
  {
    txid: '9C3E5A7B1D0F2846E8A0C2D4F6B8190A3C5E7D9F1B2A4C6E80D2F4B6A8C0E135',
    state: 'ok',
    hours: 5,
    to: oursOnXrp,
    tag: null,
    drops: '250000000',
  },
  // With somebody else's.
  {
    txid: '2B4D6F8A0C1E3057F9B1D3E5A7C9204B6D8F0A2C4E6183B5D7F9A1C3E5072846',
    state: 'ok',
    hours: 8,
    to: oursOnXrp,
    tag: 4711,
    drops: '1234567',
  },
  {
    txid: '7F9B1D3E5A7C9204B6D8F0A2C4E6183B5D7F9A1C3E50728462B4D6F8A0C1E305',
    state: 'error',
    hours: 3,
    to: oursOnXrp,
    tag: null,
    drops: '5000000',
  },
];
