import type { Presence } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { decidePresence, isConnected } from './presence-rules.ts';

const now = new Date('2026-11-24T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const open = (seconds: number) => ({ sockets: 1, seenAt: ago(seconds) });
const closed = (seconds: number) => ({ sockets: 0, seenAt: ago(seconds) });

describe('connected', () => {
  test.each([
    { what: 'never heard of', heartbeats: [], connected: false },
    { what: 'a socket on a node that lives', heartbeats: [open(20)], connected: true },
    { what: 'a node at the end of its life', heartbeats: [open(60)], connected: true },
    { what: 'a node that was killed', heartbeats: [open(60.001)], connected: false },
    { what: 'a socket that closed a moment ago', heartbeats: [closed(30)], connected: true },
    { what: 'a socket that closed', heartbeats: [closed(30.001)], connected: false },
    { what: 'closed here, open there', heartbeats: [closed(300), open(5)], connected: true },
    { what: 'killed there, reloading here', heartbeats: [open(300), closed(5)], connected: true },
    { what: 'gone from everywhere', heartbeats: [open(61), closed(31)], connected: false },
    { what: 'a clock that runs ahead', heartbeats: [open(-5)], connected: true },
  ])('$what: $connected', ({ heartbeats, connected }) => {
    expect(isConnected(heartbeats, now)).toBe(connected);
  });
});

describe('presence', () => {
  const table: Array<{ chosen: Presence; here: boolean; active: number | null; presence: Presence }> = [
    { chosen: 'online', here: true, active: 0, presence: 'online' },
    { chosen: 'online', here: true, active: 599, presence: 'online' },
    { chosen: 'online', here: true, active: 600, presence: 'away' },
    { chosen: 'online', here: true, active: null, presence: 'away' },
    { chosen: 'online', here: false, active: 0, presence: 'offline' },
    { chosen: 'away', here: true, active: 0, presence: 'away' },
    { chosen: 'away', here: true, active: 3600, presence: 'away' },
    { chosen: 'away', here: false, active: 0, presence: 'offline' },
    { chosen: 'offline', here: true, active: 0, presence: 'offline' },
    { chosen: 'offline', here: false, active: null, presence: 'offline' },
  ];
  test.each(table)('chose $chosen, here $here, active $active s ago: $presence', (row) => {
    const facts = {
      chosen: row.chosen,
      lastActiveAt: row.active === null ? null : ago(row.active),
      heartbeats: [row.here ? open(0) : open(120)],
    };
    expect(decidePresence(facts, now)).toBe(row.presence);
  });
});
