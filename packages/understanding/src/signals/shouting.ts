/** What is written in capitals anyway. */
const codes =
  /(?<!\p{L})(?:[A-Z]{1,2}|[A-Z]*\d[A-Z\d]*|BTC|ETH|USDT|USDC|XRP|SOL|TRX|TON|DOGE|LTC|BNB|KYC|API|UID|TXID|HTX|OTC|SMS|FAQ|VIP|NFT|QR|USD|EUR|CNY|RUB|VND|MEMO|PIN|SEPA|IBAN|SWIFT|ASAP|APP|IOS|PDF|SHIB|PEPE|DAI|TRON|ATH|DCA|ETF|HTTPS?)(?!\p{L})/gu;

/** Whether a message is shouted: several words in capitals besides codes, signs repeated, or a face that swears. */
export function isShouted(text: string): boolean {
  if (/[!！]{3,}|[?？]{4,}|[?？][!！][?？]|[!！][?？][!！]|[😡🤬👿💢🖕]/u.test(text)) return true;
  const words =
    text
      .slice(0, 1000)
      .replace(codes, ' ')
      .match(/\p{L}{2,}/gu) ?? [];
  const cased = words.filter((it) => it.toLowerCase() !== it.toUpperCase());
  const capital = cased.filter((it) => it === it.toUpperCase());
  return capital.length >= 3 && capital.length >= cased.length * 0.7 && capital.join('').length >= 12;
}
