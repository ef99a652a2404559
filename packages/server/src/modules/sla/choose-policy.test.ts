import { policyBody, type SlaPolicy, type SlaTraits, slaConditions } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { choosePolicy } from './choose-policy.ts';

const of = (name: string, conditions: object, more: object = {}): SlaPolicy => ({
  ...policyBody.parse({ name, targets: { resolution: { minutes: 60 } }, ...more }),
  conditions: slaConditions.parse(conditions),
  id: '019c0000-0000-7000-8000-000000000009',
  position: 1,
});
const policies = [
  of('off', {}, { enabled: false }),
  of('stolen', { categories: ['account_security.hacked'] }),
  of('urgent, best customers', { priorities: ['urgent'], tiers: ['vip', 'pro'] }),
  of('security', { categories: ['account_security'] }),
  of('chat in Japanese', { channels: ['chat'], languages: ['ja'] }),
  of('verified traders', { categories: ['trading'], verified: true }),
  of('visitors', { verified: false }),
];
const usual: SlaTraits = {
  category: 'other.general',
  priority: 'normal',
  tier: 'standard',
  verified: true,
  channel: 'chat',
  language: 'en',
};

it.each<[string | undefined, Partial<SlaTraits>]>([
  [undefined, {}],
  ['stolen', { category: 'account_security.hacked' }],
  ['stolen', { category: 'account_security.hacked', priority: 'urgent', tier: 'pro' }],
  ['security', { category: 'account_security.locked' }],
  ['security', { category: 'account_security' }],
  ['urgent, best customers', { category: 'account_security.locked', priority: 'urgent', tier: 'vip' }],
  [undefined, { priority: 'urgent' }],
  [undefined, { priority: 'urgent', tier: null }],
  ['chat in Japanese', { language: 'ja' }],
  [undefined, { channel: null, language: 'ja' }],
  ['verified traders', { category: 'trading.fees' }],
  ['visitors', { category: 'trading.fees', verified: false }],
  [undefined, { category: 'trading.fees', verified: null }],
  [undefined, { channel: null }],
])('the first that fits is %s for %o', (name, traits) => {
  expect(choosePolicy(policies, { ...usual, ...traits })?.name).toBe(name);
});
