import type { AgentEvent, Conversation, Message } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleConversation, sampleId, sampleMessage } from '../../../live/samples.ts';
import { alertOf } from './alert-of.ts';
import type { Standing } from './standing-of.ts';

const me = sampleId(700);
const other = sampleId(701);
const id = sampleId(1);
const changed = (with_: Partial<Conversation> = {}): AgentEvent => ({
  type: 'conversation.changed',
  conversation: sampleConversation(with_),
});
const posted = (message: Partial<Message> = {}, with_: Partial<Conversation> = {}): AgentEvent => ({
  type: 'message.posted',
  message: sampleMessage(4, message),
  conversation: sampleConversation({ lastSeq: 4, ...with_ }),
});
const mentioned: AgentEvent = {
  type: 'mentioned',
  conversationId: id,
  messageId: sampleId(9),
  by: 'Lin',
};
const colleague = { author: { type: 'agent' as const, id: other, name: 'Mei' } };
const system = { kind: 'system' as const, author: { type: 'system' as const, id: null, name: null } };
const danger = { ...system, text: '', system: { key: 'heard_stolen' as const, params: {} } };
const offered = { accepted: false };
const free: Partial<Conversation> = { assigneeId: null, state: 'queued', accepted: false };

it.each<[string, AgentEvent, Standing | 'none' | 'unknown', string | null, string | null]>([
  ['a new offer', changed(offered), 'none', null, 'offered'],
  ['a new offer before anything is loaded', changed(offered), 'unknown', null, 'offered'],
  ['a new offer, by the line that tells of it', posted(system, offered), 'none', null, 'offered'],
  ['the same offer again', changed(offered), 'offered', null, null],
  ['what the customer adds to an offer', posted({}, offered), 'offered', null, null],
  ['an offer that is being opened', changed(offered), 'none', id, null],
  ['an offer to a colleague', changed({ ...offered, assigneeId: other }), 'none', null, null],
  ['a customer’s message in mine', posted(), 'mine', null, 'message'],
  ['a customer’s message in mine, another thread open', posted(), 'mine', sampleId(2), 'message'],
  ['a customer’s message in the thread on screen', posted(), 'mine', id, null],
  ['a customer’s message that reopens mine', posted(), 'none', null, 'message'],
  ['a customer’s message in a colleague’s', posted({}, { assigneeId: other }), 'none', null, null],
  ['a customer’s message that waits in a queue', posted({}, free), 'none', null, null],
  ['a colleague’s reply in mine', posted(colleague), 'mine', null, null],
  ['a colleague’s note in mine', posted({ ...colleague, kind: 'note' }), 'mine', null, null],
  ['passed on to me', posted(system), 'none', null, 'given'],
  ['accepted in another window', changed(), 'offered', null, null],
  ['read in another window', changed({ agentReadSeq: 4 }), 'mine', null, null],
  ['mine, before anything is loaded', changed(), 'unknown', null, null],
  ['mine, closed', changed({ state: 'closed' }), 'mine', null, null],
  ['a danger in mine', posted(danger), 'mine', null, 'danger'],
  ['a danger in what is offered to me', posted(danger, offered), 'offered', null, 'danger'],
  ['a danger in a colleague’s', posted(danger, { assigneeId: other }), 'none', null, null],
  ['a danger in the thread on screen', posted(danger), 'mine', id, null],
  ['a mention', mentioned, 'none', null, 'mentioned'],
  ['a mention on screen', mentioned, 'none', id, null],
  ['typing', { type: 'customer.typing', conversationId: id, on: true }, 'mine', null, null],
  ['a removal', { type: 'conversation.removed', conversationId: id }, 'mine', null, null],
])('%s', (_, event, before, watched, expected) => {
  expect(alertOf(event, { agentId: me, watched, before })?.kind ?? null).toBe(expected);
});

it('says what was written last', () => {
  const preview = { text: 'How long?', author: 'customer' as const };
  const text = (event: AgentEvent) => {
    const alert = alertOf(event, { agentId: me, watched: null, before: 'none' });
    return alert && 'text' in alert ? alert.text : null;
  };
  expect(text(changed({ ...offered, preview }))).toBe('How long?');
  expect(text(posted({ text: 'Are you there?' }))).toBe('Are you there?');
});
