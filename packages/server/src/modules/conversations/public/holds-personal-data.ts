const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
/** Of a transaction, or of an account on a chain: Ethereum and its kin, Tron, Bitcoin. */
const onChain =
  /(?<![\p{L}\p{N}])(?:(?:0x)?[\da-f]{64}|0x[\da-f]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|bc1[\da-z]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34})(?![\p{L}\p{N}])/iu;
/** Eight digits and more, also in groups: an account's number, a telephone, an order, a document, a card. */
const number =
  /(?<![A-Za-z\d.,])\+?\d(?:[ ().-]{0,2}\d){7,18}(?![A-Za-z\d]|[.,]\d)(?<after>\s?[A-Z]{2,6}\b)?/gu;
/** Days and hours: `2026-11-27 08:30`. */
const moment = /^\+?\d{4}[-.]\d{1,2}[-.]\d{1,2}(?: \d{1,2})?$|^\d{1,2}[-.]\d{1,2}[-.]\d{4}(?: \d{1,2})?$/;

/**
 * Whether a text tells who somebody is or what is theirs, to anybody who reads it: an e-mail address, a telephone or account number, a transaction or an
 * address on a chain. Amounts and days are nobody's. Errs on the side of yes: what is hidden by mistake is still seen by who wrote it. Pure.
 */
export function holdsPersonalData(text: string): boolean {
  if (email.test(text) || onChain.test(text)) return true;
  for (const { 0: found, groups } of text.matchAll(number)) {
    const digits = (groups?.after ? found.slice(0, -groups.after.length) : found).trim();
    if (!groups?.after && !moment.test(digits)) return true;
  }
  return false;
}
