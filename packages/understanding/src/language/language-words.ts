/** UTF-16 units of a text that are read: more tell nothing new. */
const longest = 600;

/** Words that are the same in all languages: of the exchange, of machines, and what the whole world says. */
const everywhere = new Set(
  (
    'btc eth usdt usdc xrp sol trx ton doge ltc bnb ada dot avax shib pepe dai tusd fil eos etc bch htx ht huobi binance okx bybit kucoin metamask ledger trezor tronscan etherscan ' +
    'bitcoin ethereum tether tron solana polygon arbitrum ripple dogecoin trc erc bep bsc spl kyc aml api uid txid hash tx memo tag otc sms app apps vip nft defi dex cex faq qr url ' +
    'usd eur cny rub vnd gbp jpy krw try brl idr iban swift sepa visa mastercard paypal wise pix spot futures margin staking wallet coin coins token tokens crypto ' +
    'ok okay okey oke hi lol haha hahaha xd bro admin bot chatbot online offline login log web wifi pin otp google authenticator android iphone ios windows chrome safari telegram whatsapp facebook twitter wechat ' +
    'gmail email mail id p2p c2c pdf jpg png pc vpn html http https www com'
  ).split(' '),
);

/** The words of a text that are of some language, in small letters: no links, addresses, ids, numbers, codes, and nothing that is said everywhere. */
export function languageWords(text: string): string[] {
  const plain = text
    .slice(0, longest)
    .normalize('NFC')
    .replace(
      /https?:\/\/\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\p{L}\p{N}])[\w-]+\.(?:com|net|org|io|pro|me|app)(?![\p{L}])\S*/giu,
      ' ',
    )
    .replace(/[\p{Script=Latin}\p{N}]*\p{N}[\p{Script=Latin}\p{N}]*/gu, ' ')
    .replace(/[’‘`´]/g, "'");
  const words = plain.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
  const shouted = words.every((it) => it === it.toUpperCase());
  return words
    .filter((it) => shouted || !/^[A-Z]{2,6}$/.test(it))
    .map((it) => it.toLowerCase())
    .filter((it) => !everywhere.has(it));
}
