import { expect, test } from 'vitest';
import { allowedAddresses, isPublicAddress } from './public-address.ts';

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.215.14', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:0:53aa::1', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['ff02::1', false],
  ['example.com', false],
  ['', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test('the public internet is reached at its usual ports, named networks at any', () => {
  const allows = allowedAddresses(['127.0.0.0/8']);
  expect(allows('93.184.215.14', '')).toBe(true);
  expect(allows('93.184.215.14', '6379')).toBe(false);
  expect(allows('127.0.0.1', '8080')).toBe(true);
  expect(allows('10.0.0.1', '')).toBe(false);
  expect(allowedAddresses(false)('127.0.0.1', '')).toBe(false);
  expect(allowedAddresses('nearest')('127.0.0.1', '')).toBe(false);
});
