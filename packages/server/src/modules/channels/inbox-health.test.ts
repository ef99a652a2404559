import { expect, test } from 'vitest';
import { type Contact, healthOf } from './inbox-health.ts';

const now = new Date('2026-11-27T12:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const well: Contact = { lastContactAt: days(-1), lastError: null, endsAt: null };
const refused = { code: 'channels.platform_sign_in_refused', words: 'gone' } as const;

test.each<[InboxState, Contact | undefined]>([
  ['not_connected', undefined],
  ['waiting', { ...well, lastContactAt: null }],
  ['well', well],
  ['well', { ...well, endsAt: days(15) }],
  ['ending', { ...well, endsAt: days(14) }],
  ['ending', { ...well, endsAt: days(-1) }],
  ['trouble', { ...well, lastError: refused }],
  ['trouble', { ...well, lastError: refused, endsAt: days(1) }],
])('%s', (state, contact) => {
  const health = healthOf('an inbox', contact, now);
  expect(health).toEqual({
    inboxId: 'an inbox',
    state,
    lastContactAt: contact?.lastContactAt?.toISOString() ?? null,
    trouble: contact?.lastError ?? null,
    endsAt: contact?.endsAt?.toISOString() ?? null,
  });
});

type InboxState = ReturnType<typeof healthOf>['state'];
