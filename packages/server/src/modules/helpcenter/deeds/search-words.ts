const names = [
  // Mail addresses; long strings of letters and digits, such as TXIDs, addresses of wallets and keys; long numbers, such as UIDs, telephone and card numbers.
  /[^\s@]+@[^\s@]+/gu,
  /(?:0x)?[A-Za-z0-9_-]{20,}/g,
  /\+?\d(?:[\s-]?\d){5,}/g,
];
const mostLength = 100;

/** What somebody looked for, without what names a person or an account: that is kept for editors, who need neither. */
export function searchWords(text: string): string {
  const words = names.reduce((left, form) => left.replace(form, '…'), text.normalize('NFC'));
  return words.replace(/\s+/g, ' ').trim().toLowerCase().slice(0, mostLength);
}
