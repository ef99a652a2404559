import { expect, test } from 'vitest';
import { isCurrent } from './is-current.ts';

const now = new Date('2026-11-27T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const standing = { withdrawnAt: null, banner: false, bannerUntil: null };

test.each<[string, Parameters<typeof isCurrent>[0], boolean]>([
  ['what has just come out', { ...standing, kind: 'maintenance', publishedAt: ago(0) }, true],
  ['maintenance of last month', { ...standing, kind: 'maintenance', publishedAt: ago(31) }, false],
  ['a suspension of last month', { ...standing, kind: 'suspension', publishedAt: ago(31) }, true],
  ['what was withdrawn', { ...standing, kind: 'listing', publishedAt: ago(1), withdrawnAt: ago(0) }, false],
  [
    'what its banner says to be over',
    { ...standing, kind: 'suspension', publishedAt: ago(3), banner: true, bannerUntil: ago(1) },
    false,
  ],
  [
    'what its banner says to go on',
    { ...standing, kind: 'maintenance', publishedAt: ago(40), banner: true, bannerUntil: ago(-1) },
    true,
  ],
])('%s', (_, record, current) => {
  expect(isCurrent(record, now)).toBe(current);
});
