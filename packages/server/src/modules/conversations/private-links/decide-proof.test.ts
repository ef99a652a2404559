import { expect, test } from 'vitest';
import { decideProof, type HeardProof } from './decide-proof.ts';
import type { PrivateChat, PrivateLink } from './private-link.ts';

const now = new Date('2026-11-27T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const link: PrivateLink = {
  id: 'link',
  conversationId: 'public',
  inboxId: 'inbox',
  address: 'post:1',
  threadKey: 'thread',
  chatInboxId: 'chat',
  createdBy: 'mei',
  createdAt: minutes(-60),
  expiresAt: minutes(60),
  openedAt: null,
  revokedAt: null,
  provenConversationId: null,
};
const chat: Pick<PrivateChat, 'standing' | 'proofExpiresAt'> = {
  standing: 'unproven',
  proofExpiresAt: minutes(15),
};
const heard: HeardProof = { inboxId: 'inbox', address: 'post:1', threadKey: 'thread' };

interface Case {
  heard?: Partial<HeardProof>;
  link?: Partial<PrivateLink>;
  chat?: Partial<typeof chat>;
}

test.each<[string, Case, ReturnType<typeof decideProof>]>([
  ['from who wrote there', {}, 'proven'],
  ['from somebody else', { heard: { address: 'post:2' } }, 'void'],
  ['from the same person below another post', { heard: { threadKey: 'other' } }, 'void'],
  ['at another inbox', { heard: { inboxId: 'other' } }, 'void'],
  ['in the moment that its time is over', { chat: { proofExpiresAt: now } }, 'nothing'],
  ['where none was given out', { chat: { proofExpiresAt: null } }, 'nothing'],
  ['after the link’s time', { link: { expiresAt: now } }, 'nothing'],
  ['after the link was taken back', { link: { revokedAt: now } }, 'nothing'],
  ['after another chat was proven', { link: { provenConversationId: 'another' } }, 'nothing'],
  ['once more', { chat: { standing: 'proven' } }, 'nothing'],
  ['for a chat that is somebody else’s', { chat: { standing: 'other' } }, 'nothing'],
])('%s', (_, given, step) => {
  expect(
    decideProof({ ...heard, ...given.heard }, { ...link, ...given.link }, { ...chat, ...given.chat }, now),
  ).toBe(step);
});
