import { expect, test } from 'vitest';
import { proofCodeIn } from './private-link-code.ts';

test.each([
  ['FP-7K3M-9QTX', 'FP-7K3M-9QTX'],
  ['@htx_demo fp-7k3m-9qtx', 'FP-7K3M-9QTX'],
  ['我的代码是FP7K3M9QTX。', 'FP-7K3M-9QTX'],
  ['FP-OI3M-9QTL', 'FP-013M-9QT1'],
  ['FP-7K3M-9QTXY', null],
  ['XFP-7K3M-9QTX', null],
  ['FP-7K3M-9QTU', null],
  ['FL-7K3M-9QTX', null],
  ['', null],
])('%j holds %j', (text, code) => {
  expect(proofCodeIn(text)).toBe(code);
});
