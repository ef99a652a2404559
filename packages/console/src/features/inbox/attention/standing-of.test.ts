import type { Conversation } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleConversation, sampleId } from '../../../live/samples.ts';
import { needsAgent, standingOf } from './standing-of.ts';

const me = sampleId(700);
const other = sampleId(701);
const unread: Partial<Conversation> = {
  lastSeq: 4,
  agentReadSeq: 3,
  preview: { text: 'Hello?', author: 'customer' },
};

it.each<[string, Partial<Conversation>, string | null, boolean]>([
  ['mine and read', {}, 'mine', false],
  ['mine and unread', unread, 'mine', true],
  ['mine, the last word ours', { ...unread, preview: { text: 'Hi', author: 'agent' } }, 'mine', false],
  ['offered to me', { accepted: false }, 'offered', true],
  ['a colleague’s', { ...unread, assigneeId: other }, null, false],
  ['offered to a colleague', { ...unread, assigneeId: other, accepted: false }, null, false],
  ['nobody’s', { ...unread, assigneeId: null, state: 'queued', accepted: false }, null, false],
  ['mine until it was closed', { ...unread, state: 'closed', accepted: false }, null, false],
])('%s', (_, with_, standing, needs) => {
  const conversation = sampleConversation(with_);
  expect(standingOf(conversation, me)).toBe(standing);
  expect(needsAgent(conversation, me)).toBe(needs);
});
