import type { SlaClock } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleClock } from '../../../live/samples.ts';
import { nearestClock } from './nearest-clock.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const due = (warn: number, end: number, more: Partial<SlaClock> = {}) =>
  sampleClock({ warnAt: at(warn), dueAt: at(end), ...more });
const paused = sampleClock({
  kind: 'update',
  state: 'paused',
  warnAt: null,
  dueAt: null,
  runningSince: null,
});

it.each<[string, SlaClock[], [string, string, number] | null]>([
  ['nothing is owed', [due(-5, -1, { state: 'met' }), due(1, 2, { state: 'stopped' })], null],
  ['time is left', [due(30, 40)], ['resolution', 'calm', 40]],
  ['the warning has come since', [due(-1, 10)], ['resolution', 'warning', 10]],
  ['it is late since a moment, whatever the server said last', [due(-9, -2)], ['resolution', 'breached', -2]],
  ['the soonest counts', [due(30, 40), due(5, 8, { kind: 'first_response' })], ['first_response', 'calm', 8]],
  ['one that runs goes before one that stands still', [paused, due(30, 40)], ['resolution', 'calm', 40]],
  ['all stand still', [paused], ['update', 'paused', 0]],
])('%s', (_, clocks, expected) => {
  const found = nearestClock(clocks, now);
  expect(found && [found.clock.kind, found.level, found.left / 60_000]).toEqual(expected);
});
