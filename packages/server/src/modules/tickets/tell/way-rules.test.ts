import { describe, expect, test } from 'vitest';
import type { Choice, Told } from './way.ts';
import { notToldOf, wayInForce } from './way-rules.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const email: Choice = { by: 'email', address: 'chosen@example.com', chosenAt: null };
const chat: Choice = { by: 'chat', inboxId: 'tg', channel: 'telegram', boundAt: at(1), chosenAt: at(2) };
const live: Choice = { by: 'live_chat', chosenAt: null };
const bound = (inboxId: string, day: number) => ({ inboxId, address: `${inboxId} person`, boundAt: at(day) });
const proven = 'proven@example.com';
const byLetter = { by: 'email', address: proven };
const inChat = { by: 'chat', channel: 'telegram', ...bound('tg', 1) };

describe('how a customer is told now', () => {
  test.each([
    ['nothing chosen', null, [bound('tg', 1)], proven, null, false],
    ['an address, proven or not', email, [], null, { by: 'email', address: 'chosen@example.com' }, false],
    ['the live chat', live, [], proven, { by: 'live_chat' }, false],
    ['a connected chat', chat, [bound('x', 1), bound('tg', 1)], proven, inChat, false],
    ['a chat that was disconnected', chat, [], proven, byLetter, true],
    ['the same, without a proven address', chat, [], null, null, true],
    ['a chat in place of which another was connected', chat, [bound('tg', 3)], proven, byLetter, true],
    ['a chat, where only one elsewhere is connected', chat, [bound('x', 1)], null, null, true],
  ] as const)('%s', (_, choice, chats, address, way, ended) => {
    expect(wayInForce(choice, chats, address)).toEqual({ way, ended });
  });
});

describe('what is said of a chat that was chosen', () => {
  const told = (more: Partial<Told & { at: Date }>): Told & { at: Date } => ({
    kind: 'solved',
    way: 'nothing',
    channel: 'telegram',
    trouble: 'refused',
    reason: null,
    place: null,
    at: at(3),
    ...more,
  });
  const holds = wayInForce(chat, [bound('tg', 1)], proven);
  test.each([
    ['nothing, while it works', chat, holds, told({ way: 'chat', trouble: null }), null],
    ['nothing, before there was news', chat, holds, null, null],
    ['that it was not reached', chat, holds, told({}), ['refused', false]],
    ['and that a letter came instead', chat, holds, told({ way: 'email' }), ['refused', true]],
    ['nothing of what was before it was chosen', chat, holds, told({ at: at(1) }), null],
    ['nothing, where another way was chosen since', email, wayInForce(email, [], proven), told({}), null],
    ['that it is none any more', chat, wayInForce(chat, [], proven), null, ['disconnected', true]],
    ['the same, without an address', chat, wayInForce(chat, [], null), told({}), ['disconnected', false]],
  ] as const)('%s', (_, choice, now, last, said) => {
    expect(notToldOf(choice, now, last)).toEqual(
      said && { channel: 'telegram', why: said[0], byEmail: said[1] },
    );
  });

  test('that a letter followed what nobody read in the live chat', () => {
    const last = told({ way: 'email', channel: 'chat', trouble: 'unread' });
    const said = notToldOf(live, wayInForce(live, [], proven), last);
    expect(said).toEqual({ channel: 'chat', why: 'unread', byEmail: true });
  });
});
