import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import {
  callerAddress,
  comesFromHere,
  namesProxies,
  type TrustedProxies,
  trustProxies,
} from './trusted-proxies.ts';

const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

test.each<[TrustedProxies, string, string, string]>([
  [false, '127.0.0.1', '203.0.113.7', '127.0.0.1'],
  // The proxy appends whom it saw; what stands before that was said by the caller.
  ['nearest', '10.0.0.1', '127.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['nearest', '10.0.0.1', '', '10.0.0.1'],
  [['loopback'], '127.0.0.1', '198.51.100.9, 203.0.113.7', '203.0.113.7'],
  [['loopback'], '::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
  [['loopback'], '::1', '203.0.113.7', '203.0.113.7'],
  [['loopback'], '203.0.113.8', '198.51.100.9', '203.0.113.8'],
  [['loopback', '10.0.0.0/8'], '127.0.0.1', '198.51.100.9, 203.0.113.7, 10.1.2.3', '203.0.113.7'],
  [['2001:db8::/32'], '2001:db8::1', 'nonsense', 'nonsense'],
  [['10.0.0.0/8'], '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
])('trusting %j, a request of %s forwarded for "%s" comes from %s', (proxies, peer, forwarded, address) => {
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {};
  expect(callerAddress(request(peer, headers), trustProxies(proxies))).toBe(address);
});

test.each([
  ['loopback', true],
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['2001:db8::/32', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/', false],
  ['proxy.example.com', false],
  ['toString', false],
])('%s names proxies: %s', (text, names) => {
  expect(namesProxies(text)).toBe(names);
});

test('a request comes from here only when no proxy handed it on', () => {
  expect(comesFromHere(request('127.0.0.1'))).toBe(true);
  expect(comesFromHere(request('::ffff:127.0.0.1'))).toBe(true);
  expect(comesFromHere(request('203.0.113.7'))).toBe(false);
  expect(comesFromHere(request('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }))).toBe(false);
  expect(comesFromHere(request('127.0.0.1', { forwarded: 'for=203.0.113.7' }))).toBe(false);
});
