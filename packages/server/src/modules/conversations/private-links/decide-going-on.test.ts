import { expect, test } from 'vitest';
import type { ConversationRecord } from '../conversation.ts';
import { blankConversation } from '../start-conversation.ts';
import { decideGoingOn } from './decide-going-on.ts';

const now = new Date('2026-11-27T12:00:00Z');
const conversation = (with_: Partial<ConversationRecord>): ConversationRecord => ({
  ...blankConversation(now),
  id: 'id',
  number: 1,
  version: 1,
  channel: 'chat',
  inboxId: 'inbox',
  topic: null,
  language: 'en',
  locale: 'en',
  customerId: 'customer',
  teamId: 'team',
  previousId: null,
  ...with_,
});
const held = (assigneeId: string) => ({
  state: 'assigned' as const,
  assigneeId,
  accepted: true,
  queuedAt: null,
});
const offered = (assigneeId: string) => ({ ...held(assigneeId), accepted: false, offeredAt: now });
const withBot = { state: 'bot' as const, queuedAt: null };
const closed = { state: 'closed' as const, queuedAt: null };

test.each<[string, Partial<ConversationRecord>, Partial<ConversationRecord>, object]>([
  ['who held it in public holds it', held('mei'), withBot, { inPrivate: held('mei'), taker: 'mei' }],
  ['also where it waited', held('mei'), {}, { inPrivate: held('mei'), taker: 'mei' }],
  ['also where it was offered to another', held('mei'), offered('daniel'), { taker: 'mei' }],
  ['who holds the chat keeps it', held('mei'), held('daniel'), { inPrivate: held('daniel'), taker: null }],
  ['who waited in public waits here', {}, withBot, { inPrivate: { state: 'queued' }, taker: null }],
  ['who was offered it in public had not begun', offered('mei'), withBot, { inPrivate: { state: 'queued' } }],
  ['what was with the assistant is', withBot, withBot, { inPrivate: withBot, taker: null }],
  ['what was done with stays so', closed, withBot, { inPublic: null, inPrivate: withBot }],
])('%s', (_, inPublic, inPrivate, expected) => {
  const decided = decideGoingOn(conversation(inPublic), conversation(inPrivate), now);
  expect(decided).toMatchObject(expected);
  if (inPublic.state !== 'closed')
    expect(decided?.inPublic).toMatchObject({ state: 'closed', closeReason: 'duplicate' });
});

test('nothing goes on in a chat that is closed', () => {
  expect(decideGoingOn(conversation(held('mei')), conversation(closed), now)).toBeNull();
});
