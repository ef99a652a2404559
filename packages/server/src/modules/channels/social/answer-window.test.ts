import { describe, expect, test } from 'vitest';
import { answerWindow } from './answer-window.ts';

const at = new Date('2026-11-24T08:00:00Z');
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

describe('the window for answers', () => {
  test.each([
    ['is a day, and a week for people', { windowHours: 24, lateHours: 168 }, false, later(24), later(168)],
    ['is the same for all', { windowHours: 48 }, false, later(48), null],
    ['is always open', {}, false, null, null],
    ['is always open in public', { windowHours: 24, lateHours: 168 }, true, null, null],
  ])('%s', (_, capabilities, isPublic, answerUntil, lateUntil) => {
    expect(answerWindow(capabilities, at, isPublic)).toEqual({ answerUntil, lateUntil });
  });
});
