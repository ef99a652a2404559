import { expect, test } from 'vitest';
import { isOutlived, type Lived } from './outlived-rules.ts';

const noon = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-01T13:00:00Z');
const solved = { status: 'solved', statusAt: later } as const;

test.each<[string, Partial<Lived>, boolean]>([
  ['what it is about is solved since', {}, true],
  ['a correction that is out is held against its own moment', { state: 'corrected' }, true],
  ['the edition came later', { publishedAt: later }, false],
  ['one of two is open', { trackers: [solved, { status: 'open', statusAt: noon }] }, false],
  ['the other was solved before', { trackers: [solved, { status: 'closed', statusAt: noon }] }, true],
  ['it is about nothing', { trackers: [] }, false],
  ['it was withdrawn', { state: 'withdrawn' }, false],
  ['a correction is being written', { state: 'draft' }, false],
  ['it was never published', { state: 'approved', publishedAt: null }, false],
])('%s', (_, change, outlived) => {
  expect(isOutlived({ state: 'published', publishedAt: noon, trackers: [solved], ...change })).toBe(outlived);
});
