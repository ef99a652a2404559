/** What people call money by, where it stands beside a number: assets traded most, and currencies in which they are bought. */
const symbols =
  'BTC ETH USDT USDC XRP SOL TRX TON DOGE LTC BCH BNB ADA DOT LINK AVAX MATIC POL SHIB PEPE UNI ATOM XLM ETC FIL NEAR APT ARB OP SUI ' +
  'INJ AAVE MKR CRV LDO SAND MANA AXS GRT ALGO VET HBAR ICP EOS XTZ XMR ZEC DASH NEO QTUM IOTA KAVA RUNE FTM SEI TIA WLD STX IMX ' +
  'BONK FLOKI WIF JUP PYTH STRK ENA ORDI BLUR GALA CHZ ENJ BAT ZIL ONT THETA BTT JST SUN WIN NFT HTX HT DAI TUSD FDUSD USDD USDE ' +
  'WBTC STETH NOT CORE ASTR CFX KAS ' +
  'USD EUR CNY RMB JPY KRW RUB VND GBP AUD CAD HKD TWD SGD BRL TRY IDR THB INR UAH KZT MXN ARS COP';
const known = new Set(symbols.split(' '));

/** Symbols that are words of some language when they are not written in capitals. */
const words = new Set(
  'LINK UNI NEAR OP SAND MANA SUN WIN NOT CORE PEPE GALA BAT SOL TON DOT ADA APT NEO CRV ICP SEI TRY COP ARS HT ETC IMX JUP ONT INJ CAD MKR'.split(
    ' ',
  ),
);

/** The asset that a word beside a number means, in capitals; null if none. `500 sol` may be anything, `500 SOL` is not. */
export function assetOf(word: string): string | null {
  const symbol = word.toUpperCase();
  if (!known.has(symbol)) return null;
  return word === symbol || !words.has(symbol) ? symbol : null;
}

/** Signs that mean one currency only; `$` and `¥` do not. */
export const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '₽': 'RUB',
  '₫': 'VND',
  '₩': 'KRW',
  '₮': 'USDT',
};
