const names = [
  // Mail addresses; long strings of letters and digits, such as TXIDs, addresses of wallets and keys; long numbers, such as UIDs, telephone and card numbers.
  /(?<![^\s@])[^\s@]+@[^\s@]+/gu,
  /(?:0x)?[A-Za-z0-9_-]{20,}/g,
  /\+?\d(?:[\s-]?\d){5,}/g,
];

/** A text with an ellipsis wherever it names a person, an account or a transaction. */
export const withoutNames = (text: string): string =>
  names.reduce((left, form) => left.replace(form, '…'), text.normalize('NFC'));
