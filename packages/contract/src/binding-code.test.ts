import { expect, test } from 'vitest';
import { bindingCodeIn } from './binding-code.ts';

test.each([
  ['FL-7K3M-9QTX', 'FL-7K3M-9QTX'],
  ['  fl-7k3m-9qtx\n', 'FL-7K3M-9QTX'],
  ['FL7K3M9QTX', 'FL-7K3M-9QTX'],
  ['FL-OIL0-9QTX', 'FL-0110-9QTX'],
  ['FL-7K3M-9QTU', null],
  ['my code is FL-7K3M-9QTX', null],
  ['FL-7K3M-9QT', null],
  ['FL-7K3M-9QTXA', null],
  ['/start FL-7K3M-9QTX', null],
  ['', null],
])('%j', (text, code) => {
  expect(bindingCodeIn(text)).toBe(code);
});
