import type { Locale, Macro } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { hasMacro, localeFor, mayEditMacro, mayShare, refuseUnknown } from './macro-rules.ts';

const inAll = (...locales: Locale[]): Macro['texts'] => Object.fromEntries(locales.map((it) => [it, it]));

test.each<[Locale[], Locale, Locale]>([
  [['en', 'zh-CN', 'ja'], 'ja', 'ja'],
  [['en', 'zh-CN'], 'zh-TW', 'zh-CN'],
  [['zh-CN', 'zh-TW', 'en'], 'zh-TW', 'zh-TW'],
  [['zh-CN', 'en'], 'vi', 'en'],
  [['zh-CN'], 'vi', 'zh-CN'],
])('of %j a customer who reads %s gets %s', (locales, wanted, got) => {
  expect(localeFor(inAll(...locales), wanted)).toBe(got);
});

test('a placeholder that there is none of is refused by its name', () => {
  expect(() => refuseUnknown({ en: 'Hello {customer.name}, {field.amount}' })).not.toThrow();
  expect(() => refuseUnknown({ en: 'Hello', ja: '{customer.shoe}' })).toThrow('macro.placeholder_unknown');
});

describe('who has, changes and shares what', () => {
  const agent = { id: 'mei', manages: false, teamIds: ['support'] };
  const lead = { id: 'lead', manages: true, teamIds: [] };
  const team = (teamId: string) => ({ ownerId: 'bao', sharing: { teamId } });
  test.each([
    ['own', { ownerId: 'mei', sharing: 'personal' as const }, agent, true, true],
    ['of a colleague', { ownerId: 'bao', sharing: 'personal' as const }, agent, false, false],
    ['of a colleague, to a lead', { ownerId: 'bao', sharing: 'personal' as const }, lead, false, false],
    ['of the team', team('support'), agent, true, false],
    ['of another team', team('cards'), agent, false, false],
    ['of another team, to a lead', team('cards'), lead, true, true],
    ['for all', { ownerId: 'bao', sharing: 'all' as const }, agent, true, false],
    ['for all, to a lead', { ownerId: 'bao', sharing: 'all' as const }, lead, true, true],
  ])('%s', (_, macro, asker, has, edits) => {
    expect([hasMacro(macro, asker), mayEditMacro(macro, asker)]).toEqual([has, edits]);
  });
  test.each([
    ['personal' as const, agent, true],
    [{ teamId: 'support' }, agent, true],
    [{ teamId: 'cards' }, agent, false],
    ['all' as const, agent, false],
    ['all' as const, lead, true],
  ])('sharing with %j', (sharing, asker, may) => {
    expect(mayShare(sharing, asker)).toBe(may);
  });
});
