import type { Presence } from '@fairlead/contract';
import { describe, expect, it } from 'vitest';
import { decideAbandoned, decideLapses } from './lapse-rules.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('an offer', () => {
  it.each<[string, number, Presence | undefined, string, Date | null]>([
    ['stands within its time', 59, 'online', 'chat', null],
    ['lapses when its time is over', 60, 'online', 'chat', ago(60)],
    ['has its own inbox’s time', 60, 'online', 'slow', null],
    ['stands while its agent is away', 30, 'away', 'chat', null],
    ['lapses at once when its agent is offline', 1, 'offline', 'chat', now],
    ['lapses at once when its agent’s account is no longer active', 1, undefined, 'chat', now],
    ['stands where its inbox is unknown', 600, 'online', 'unknown', null],
  ])('%s', (_, seconds, presence, inboxId, deadline) => {
    const offered = [{ id: 'c', inboxId, assigneeId: 'anna', offeredAt: ago(seconds) }];
    const presences = new Map(presence ? [['anna', presence]] : []);
    const accept = new Map([
      ['chat', 60],
      ['slow', 61],
    ]);
    const expected = deadline ? [{ conversationId: 'c', deadline, left: deadline === now }] : [];
    expect(decideLapses(offered, accept, presences, now)).toEqual(expected);
  });
});

describe('a conversation whose customer waits', () => {
  it.each<[string, Presence | undefined, boolean]>([
    ['stays with an agent who is online', 'online', false],
    ['stays with an agent who is away, and may be back', 'away', false],
    ['leaves an agent who is offline', 'offline', true],
    ['leaves an agent who may no longer answer', undefined, true],
  ])('%s', (_, presence, leaves) => {
    const unanswered = [
      { id: 'c', assigneeId: 'anna', waitingSince: ago(400) },
      { id: 'd', assigneeId: null, waitingSince: ago(400) },
    ];
    const presences = new Map(presence ? [['anna', presence]] : []);
    const expected = leaves ? [{ conversationId: 'c', agentId: 'anna', waitingSince: ago(400) }] : [];
    expect(decideAbandoned(unanswered, presences)).toEqual(expected);
  });
});
