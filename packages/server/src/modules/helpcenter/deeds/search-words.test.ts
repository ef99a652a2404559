import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

test.each([
  ['  Deposit   NOT credited ', 'deposit not credited'],
  ['提现 到账 时间', '提现 到账 时间'],
  ['where is 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060', 'where is …'],
  ['TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE trc20', '… trc20'],
  ['my mail is anna@example.com', 'my mail is …'],
  ['uid 412345678 locked', 'uid … locked'],
  ['+84 912 345 678', '…'],
  ['2fa reset 24 h', '2fa reset 24 h'],
])('%s is kept as %s', (text, kept) => {
  expect(searchWords(text)).toBe(kept);
});
