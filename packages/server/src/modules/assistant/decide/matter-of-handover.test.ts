import { type Category, type HandOverReason, handOverReasons } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { hear } from '../understand/hear.ts';
import { type HandedMatter, type Handover, matterOfHandover } from './matter-of-handover.ts';
import { blankMemory, type Memory } from './memory.ts';

const moment = { now: new Date('2026-11-27T10:00:00Z'), timeZone: 'UTC' };
const ticket = {
  category: 'deposit_withdrawal.missing_memo' as const,
  subject: 'Deposit of 850 XRP',
  fields: { asset: 'XRP', amount: '850', address: 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh' },
};
const matter = (reason: HandOverReason, text: string, more: Partial<Handover> = {}) =>
  matterOfHandover({ reason, heard: hear(text, 'en', moment), flow: null, memory: blankMemory, ...more });
const after = (intent: string): { memory: Memory } => ({
  memory: { ...blankMemory, last: { intent, text: '', slots: {} } },
});

test.each<[string, HandOverReason, string, Partial<Handover>, Category, HandedMatter['called']['by']]>([
  ['a stolen account', 'stolen', 'my account has been hacked', {}, 'account_security.hacked', 'category'],
  ['a complaint', 'complaint', 'I want to file a complaint', {}, 'other.complaint', 'category'],
  [
    'somebody who may be vulnerable, of whom nothing else is known',
    'vulnerable',
    'blorp',
    {},
    'other',
    'personal',
  ],
  [
    'the same after a matter',
    'vulnerable',
    'blorp',
    after('futures.liquidation'),
    'futures.liquidation',
    'category',
  ],
  [
    'what a flow found to be for people',
    'needed',
    '850',
    { flow: { ticket } },
    'deposit_withdrawal.missing_memo',
    'flow',
  ],
])('%s takes a case', (_, reason, text, more, category, by) => {
  const found = matter(reason, text, more);
  expect(found).toMatchObject({ category, called: { by } });
  expect(found?.priority).toBeUndefined();
});

test.each(handOverReasons.filter((it) => it === 'asked' || it === 'unsure' || it === 'busy'))(
  'a handover for the reason %s alone takes none, whatever was spoken of',
  (reason) => {
    expect(matter(reason, 'Where is my deposit of 850 XRP?', after('deposit.not_credited'))).toBeNull();
  },
);

test('what a flow leaves to people without a ticket takes none', () => {
  expect(matter('needed', 'yes', { flow: { ticket: null } })).toBeNull();
  expect(matter('needed', 'yes')).toBeNull();
});

test('who may hurt themselves does not wait by their money, and reads nothing of it as a heading', () => {
  const found = matter('vulnerable', 'I want to kill myself', after('futures.liquidation'));
  expect(found).toMatchObject({ called: { by: 'personal' }, priority: 'urgent' });
});

test('a flow’s facts go in but for the address, which agents see masked', () => {
  const found = matter('needed', 'x', { flow: { ticket } });
  expect(found?.fields).toEqual({ asset: 'XRP', amount: '850' });
  expect(found?.called).toEqual({ by: 'flow', subject: 'Deposit of 850 XRP' });
});

test('their own words describe it, as far as the form has room', () => {
  expect(matter('complaint', ' This is a complaint. ')?.fields).toEqual({
    description: 'This is a complaint.',
  });
  expect(matter('complaint', 'x'.repeat(100_000))?.fields['description']?.length).toBeLessThan(100_000);
});
