import { expect, it } from 'vitest';
import type { Outgoing } from './outgoing.ts';
import { stuckIn } from './stuck.ts';

const item = (conversationId: string, state: Outgoing['state']): Outgoing => ({
  conversationId,
  kind: 'text',
  text: 'Hello',
  attachments: [],
  mentions: [],
  quickReplies: [],
  letter: null,
  offer: null,
  translation: null,
  macros: [],
  seenSeq: 1,
  key: `${conversationId}-${state}`,
  confirmed: false,
  createdAt: 0,
  state,
  sendAt: 0,
  attempts: 0,
  error: null,
});

it('finds the conversations whose writer must decide', () => {
  const states: Outgoing['state'][] = ['held', 'waiting', 'sending'];
  const moving = states.map((state) => item('a', state));
  expect(stuckIn([...moving, item('b', 'moved_on'), item('c', 'failed'), item('c', 'waiting')])).toEqual(
    new Set(['b', 'c']),
  );
  expect(stuckIn(moving)).toEqual(new Set());
});
