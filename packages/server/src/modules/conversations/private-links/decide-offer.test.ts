import { expect, test } from 'vitest';
import { decideOffer, type OfferCase } from './decide-offer.ts';

const now = new Date('2026-11-27T12:00:00Z');
const open: OfferCase = {
  settings: { chatInboxId: 'chat', use: 'when_needed' },
  inPublic: true,
  otherWay: true,
  otherUntil: null,
  refused: false,
};
const always = { chatInboxId: 'chat', use: 'always' } as const;

test.each<[string, Partial<OfferCase>, boolean]>([
  ['the platform has a way of its own', {}, false],
  ['it has none', { otherWay: false }, true],
  ['it refused the private answer', { refused: true }, true],
  ['its time for a private answer is over', { otherUntil: now }, true],
  ['its time is not over', { otherUntil: new Date(now.getTime() + 1) }, false],
  ['the administrator chose the link', { settings: always }, true],
  ['it goes on in private already', { settings: always, inPublic: false }, false],
  ['no chat is set', { settings: { ...always, chatInboxId: null }, otherWay: false }, false],
])('%s', (_, given, offered) => {
  expect(decideOffer({ ...open, ...given }, now)).toBe(offered);
});
