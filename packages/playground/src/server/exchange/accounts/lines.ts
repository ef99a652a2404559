import { seedOf, sequence } from '../seeded-noise.ts';
import type { ArrivalLine, OrderLine, TransferLine } from './account.ts';

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Where the exchange receives, by its name of the network: each with a right checksum. */
const wallets: Readonly<Record<string, string>> = {
  trc20usdt: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
  usdterc20: '0x52908400098527886E0F7030069857D2E4169EE7',
  eth: '0x52908400098527886E0F7030069857D2E4169EE7',
  btc: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
  xrp: 'rPT1Sjq2YGrBMTttX4GZHjKu9dyfzbpAYe',
  ton: 'EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2',
  ltc: 'LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9',
  doge: 'DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L',
  ada: 'addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8',
};

export const walletOf = (chain: string): string =>
  wallets[chain] ?? '0x52908400098527886E0F7030069857D2E4169EE7';

/** A transaction id that belongs to a name for ever. */
function txidOf(name: string, chain: string): string {
  const next = sequence(seedOf(name));
  const hex = Array.from({ length: 64 }, () => Math.floor(next() * 16).toString(16)).join('');
  if (chain === 'xrp') return hex.toUpperCase();
  return /erc20|^eth$|^link$/.test(chain) ? `0x${hex}` : hex;
}

/** A number that belongs to a name for ever, of nine digits. */
export const numberOf = (name: string): number => 100_000_000 + (seedOf(name) % 899_999_999);

type Given<T, K extends keyof T> = Pick<T, K> & Partial<T>;

export function deposit(
  name: string,
  given: Given<TransferLine, 'currency' | 'chain' | 'amount' | 'state' | 'created-at'>,
): TransferLine {
  return {
    id: numberOf(name),
    type: 'deposit',
    // What stays within the exchange has no transaction.
    'tx-hash': given.chain === '' ? '' : txidOf(name, given.chain),
    address: given.chain === '' ? '' : walletOf(given.chain),
    'address-tag': '',
    fee: 0,
    'updated-at': given['created-at'],
    ...given,
  };
}

const untilSent = new Set([
  'verifying',
  'submitted',
  'reexamine',
  'pass',
  'pre-transfer',
  'failed',
  'canceled',
  'reject',
  'repealed',
  'wallet-reject',
]);

export function withdrawal(
  name: string,
  given: Given<TransferLine, 'currency' | 'chain' | 'amount' | 'state' | 'created-at' | 'address' | 'fee'>,
): TransferLine {
  return {
    id: numberOf(name),
    type: 'withdraw',
    'tx-hash': untilSent.has(given.state) ? '' : txidOf(name, given.chain),
    'address-tag': '',
    'updated-at': given['created-at'] + 60_000,
    ...given,
  };
}

export function order(
  given: Given<OrderLine, 'id' | 'symbol' | 'type' | 'price' | 'amount' | 'state' | 'created-at'>,
): OrderLine {
  return {
    'field-amount': '0',
    'field-cash-amount': '0',
    'field-fees': '0',
    source: 'spot-web',
    'finished-at': 0,
    'canceled-at': 0,
    ...given,
  };
}

export function arrival(
  name: string,
  given: Given<ArrivalLine, 'asset' | 'network' | 'amount' | 'problem' | 'of' | 'at'>,
): ArrivalLine {
  return {
    txid: txidOf(name, given.network),
    address: walletOf(given.network),
    memo: null,
    confirmations: 128,
    ...given,
  };
}
