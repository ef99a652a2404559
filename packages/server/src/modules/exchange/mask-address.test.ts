import { expect, test } from 'vitest';
import { maskAddress } from './mask-address.ts';

test.each([
  ['0xde709f2102306220921060314715629080e2fb77', '0xde70…fb77'],
  ['TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', 'TJRabP…RTv8'],
  ['short-account', '…nt'],
])('%s is shown as %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});
