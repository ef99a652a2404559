import { expect, test } from 'vitest';
import type { BindingCode } from './binding.ts';
import { type BindingStep, decideBinding, type Said } from './decide-binding.ts';

const now = new Date('2026-11-27T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const fresh: BindingCode = {
  inboxId: 'inbox',
  customerId: 'customer',
  expiresAt: minutes(15),
  askedAddress: null,
  outcome: null,
  seen: [],
};
const asked: BindingCode = { ...fresh, askedAddress: 'chat', seen: ['the code'] };
const nothing: Said = {
  externalId: 'message',
  address: 'chat',
  isPublic: false,
  isCode: false,
  choice: null,
  code: undefined,
  asked: undefined,
};
const code: Partial<Said> = { isCode: true, code: fresh };
const yes: Partial<Said> = { choice: 'yes', asked };

test.each<[string, Partial<Said>, BindingStep]>([
  ['a question', {}, 'other'],
  ['a question of a chat that is asked', { asked }, 'other'],
  ['a code', code, 'ask'],
  ['a code that nobody gave out', { isCode: true }, 'ended'],
  ['a code whose time is over', { isCode: true, code: { ...fresh, expiresAt: now } }, 'ended'],
  ['a code that was used', { isCode: true, code: { ...fresh, outcome: 'bound' } }, 'ended'],
  [
    'a code that another chat has sent',
    { isCode: true, code: { ...asked, askedAddress: 'another' } },
    'ended',
  ],
  ['a code that the same chat sends once more', { isCode: true, code: asked, asked }, 'ask'],
  ['the same message with the code', { ...code, externalId: 'the code', code: asked, asked }, 'known'],
  ['a code under a post', { ...code, isPublic: true }, 'void'],
  ['a code under a post that is over', { isCode: true, isPublic: true }, 'other'],
  ['yes', yes, 'bind'],
  ['yes, of nobody who was asked', { choice: 'yes' }, 'other'],
  ['yes, too late', { choice: 'yes', asked: { ...asked, expiresAt: minutes(-1) } }, 'other'],
  ['yes, after all is done', { choice: 'yes', asked: { ...asked, outcome: 'bound' } }, 'other'],
  ['yes, under a post', { ...yes, isPublic: true }, 'other'],
  ['the same yes', { ...yes, externalId: 'the code' }, 'known'],
  ['no', { ...yes, choice: 'no' }, 'refuse'],
])('%s', (_, said, step) => {
  expect(decideBinding({ ...nothing, ...said }, now)).toBe(step);
});
