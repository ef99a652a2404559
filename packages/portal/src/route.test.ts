import { expect, test } from 'vitest';
import { pathOf, routeOf } from './route.ts';

const at = (address: string) => {
  const { pathname, search } = new URL(address, 'https://support.example');
  return routeOf({ pathname, search });
};

test.each([
  '/portal/',
  '/portal/?show=all',
  '/portal/new',
  '/portal/new/trading',
  '/portal/new/deposit_withdrawal.withdrawal_pending',
  '/portal/tickets/01a2157f-0fee-7000-a58a-e2f87fd5e492',
  '/portal/articles/your-limits',
  '/portal/freeze',
  '/portal/alerts',
  '/portal/chats',
  '/portal/private/0k3m9qtx7abc',
  '/portal/check',
  '/portal/check/deposit',
  '/portal/alerts/stop',
  '/portal/objection',
  '/portal/announcements',
  '/portal/announcements/stop',
  '/portal/announcements/confirm',
])('%s leads to a page that has this address', (address) => {
  expect(pathOf(at(address))).toBe(address);
});

test.each([
  ['/portal', { at: 'tickets', state: 'active' }],
  ['/portal/nonsense', { at: 'tickets', state: 'active' }],
  ['/portal/?show=nonsense', { at: 'tickets', state: 'active' }],
  ['/portal/check/official', { at: 'check', check: null }],
  ['/portal/new/nonsense', { at: 'new', category: null }],
  ['/portal/private/..%2F..', { at: 'tickets', state: 'active' }],
  ['/portal/articles/<script>', { at: 'tickets', state: 'active' }],
  ['/portal/tickets/../../console', { at: 'tickets', state: 'active' }],
])('%s is as good as it can be', (address, route) => {
  expect(at(address)).toEqual(route);
});
