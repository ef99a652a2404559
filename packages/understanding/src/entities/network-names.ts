import type { Network } from '@fairlead/contract';

/** A network as it is answered, the one that forms know, and by which words it is named. */
export interface NetworkName {
  readonly value: string;
  readonly network: Network;
  /** Names of the network and nothing else: small letters. */
  readonly names: string;
  /** Names that mean its coin as well: the network is meant beside a word such as `network` or `chain`. */
  readonly beside: string;
}

export const networkNames: readonly NetworkName[] = [
  {
    value: 'tron',
    network: 'tron',
    names: 'trc20|trc-20|trc 20|trc|tron|波场|波場|tronlink|트론 네트워크|trc2O',
    beside: 'trx|トロン|트론|трон|ترون',
  },
  {
    value: 'ethereum',
    network: 'ethereum',
    names: 'erc20|erc-20|erc 20|erc|ethereum mainnet|以太坊主网|以太坊主網',
    beside: 'ethereum|eth|以太坊|イーサリアム|이더리움|эфириум|эфира',
  },
  {
    value: 'bsc',
    network: 'bsc',
    names:
      'bep20|bep-20|bep 20|bsc|bnb smart chain|bnb chain|binance smart chain|币安智能链|幣安智能鏈|币安链|バイナンススマートチェーン',
    beside: 'bnb|binance',
  },
  { value: 'bep2', network: 'other', names: 'bep2|bep-2|bnb beacon chain', beside: '' },
  {
    value: 'arbitrum',
    network: 'arbitrum',
    names: 'arbitrum|arbitrum one|arb one|アービトラム|아비트럼|арбитрум',
    beside: 'arb',
  },
  {
    value: 'polygon',
    network: 'polygon',
    names: 'polygon pos|matic network',
    beside: 'polygon|matic|pol|ポリゴン|폴리곤|полигон',
  },
  {
    value: 'solana',
    network: 'solana',
    names: 'spl|spl token',
    beside: 'solana|sol|索拉纳|ソラナ|솔라나|солана|โซลานา|سولانا',
  },
  {
    value: 'bitcoin',
    network: 'bitcoin',
    names: 'segwit|bitcoin mainnet|bech32',
    beside: 'bitcoin|btc|比特币|比特幣|ビットコイン|비트코인|биткоин',
  },
  {
    value: 'lightning',
    network: 'other',
    names: 'lightning network|闪电网络|閃電網路|ライトニングネットワーク|라이트닝 네트워크',
    beside: 'lightning',
  },
  { value: 'litecoin', network: 'litecoin', names: '', beside: 'litecoin|ltc|莱特币' },
  { value: 'dogecoin', network: 'dogecoin', names: '', beside: 'dogecoin|doge|狗狗币' },
  { value: 'xrp', network: 'xrp', names: 'xrp ledger|xrpl', beside: 'xrp|ripple|瑞波' },
  { value: 'ton', network: 'ton', names: 'the open network', beside: 'ton|toncoin|тон' },
  { value: 'optimism', network: 'other', names: 'optimism|op mainnet', beside: 'op' },
  { value: 'base', network: 'other', names: '', beside: 'base' },
  {
    value: 'avalanche',
    network: 'other',
    names: 'avax c-chain|avaxc|avax-c|c-chain|arc20',
    beside: 'avalanche|avax',
  },
  { value: 'polkadot', network: 'other', names: '', beside: 'polkadot|dot' },
  { value: 'cosmos', network: 'other', names: '', beside: 'cosmos|atom' },
  { value: 'near', network: 'other', names: 'near protocol', beside: 'near' },
  { value: 'aptos', network: 'other', names: 'aptos', beside: 'apt' },
  { value: 'sui', network: 'other', names: '', beside: 'sui' },
  { value: 'heco', network: 'other', names: 'heco|hrc20|hrc-20|火币生态链', beside: '' },
  { value: 'omni', network: 'other', names: 'omni layer', beside: 'omni' },
  { value: 'kcc', network: 'other', names: 'kcc', beside: '' },
];

/** Beside these a coin's name means its network, in the languages of the house. */
export const networkWords =
  'network|networks|chain|mainnet|blockchain|net|网络|網路|網絡|链|鏈|主网|主網|公链|通道|ネットワーク|チェーン|네트워크|체인|сеть|сети|сетью|red|rede|mạng|mang|chuỗi|ağı|ağ|agi|ağında|jaringan|เครือข่าย|เชน|réseau|reseau|netzwerk|شبكة|الشبكة';
