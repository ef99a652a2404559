import { expect, test } from 'vitest';
import { findNationalIds } from './find-national-ids.ts';

test.each([
  ['China', '11010519491231002X', true],
  ['China, another last sign', '110105194912310021', false],
  ['Korea', '960121-1021413', true],
  ['Korea, another last digit', '960121-1021414', false],
  ['Spain', '12345678Z', true],
  ['Spain, a resident from abroad', 'X1234567L', true],
  ['Spain, another letter', '12345678A', false],
  ['Russia, insurance', '112-233-445 95', true],
  ['Russia, another check', '112-233-445 96', false],
  ['Russia, tax', 'ИНН 500100732259', true],
  ['Russia, twelve digits of anything', '500100732259', false],
  ['Japan', 'マイナンバー 123456789018', true],
  ['Japan, twelve digits of anything', '123456789018', false],
  ['Brazil', '529.982.247-25', true],
  ['Brazil, said to be one', 'CPF 52998224725', true],
  ['Brazil, the same digit', '111.111.111-11', false],
  ['Turkey', 'TC kimlik 10000000146', true],
  ['Turkey, eleven digits of anything', '10000000146', false],
  ['Taiwan', 'A123456789', true],
  ['Taiwan, another last digit', 'A123456788', false],
  ['Thailand', '1-1017-00230-70-8', true],
  ['Thailand, another last digit', '1-1017-00230-70-9', false],
])('%s', (_, text, there) => {
  expect(findNationalIds(text)).toHaveLength(there ? 1 : 0);
});
