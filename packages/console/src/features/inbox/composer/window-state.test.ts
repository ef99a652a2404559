import { describe, expect, test } from 'vitest';
import { windowState } from './window-state.ts';

const place = {
  writtenAt: '2026-11-24T08:00:00Z',
  answerUntil: '2026-11-25T08:00:00Z',
  lateUntil: '2026-12-01T08:00:00Z',
};
const hour = 3600;

describe('the window for answers', () => {
  test.each([
    ['2026-11-24T09:00:00Z', place, { kind: 'open', left: 23 * hour, soon: false }],
    ['2026-11-25T06:00:00Z', place, { kind: 'open', left: 2 * hour, soon: true }],
    ['2026-11-25T08:00:00Z', place, { kind: 'late', since: 24 * hour, left: 6 * 24 * hour }],
    ['2026-11-26T08:00:00Z', place, { kind: 'late', since: 48 * hour, left: 5 * 24 * hour }],
    ['2026-12-01T08:00:00Z', place, { kind: 'closed' }],
    ['2026-11-25T08:00:00Z', { ...place, lateUntil: null }, { kind: 'closed' }],
    ['2026-11-25T08:00:00Z', { ...place, answerUntil: null, lateUntil: null }, { kind: 'none' }],
  ])('at %s of %j is %j', (now, given, expected) => {
    expect(windowState(given, Date.parse(now))).toEqual(expected);
  });
});
