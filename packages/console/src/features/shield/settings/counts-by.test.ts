import type { RemovedCount } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { countsBy } from './counts-by.ts';

const row = (more: Partial<RemovedCount>): RemovedCount => ({
  week: '2026-11-23',
  kind: 'password',
  channel: 'chat',
  locale: 'en',
  count: 1,
  falseAlarms: 0,
  heldBack: 0,
  ...more,
});
const items = [
  row({ count: 2, falseAlarms: 1 }),
  row({ week: '2026-11-16', kind: 'card_number', channel: 'email', count: 5 }),
  row({ week: '2026-11-16', locale: 'ja', count: 4, falseAlarms: 2 }),
];

test.each([
  [
    'kind',
    [
      ['password', 6, 3],
      ['card_number', 5, 0],
    ],
  ],
  [
    'channel',
    [
      ['chat', 6, 3],
      ['email', 5, 0],
    ],
  ],
  [
    'locale',
    [
      ['en', 7, 1],
      ['ja', 4, 2],
    ],
  ],
  [
    'week',
    [
      ['2026-11-23', 2, 1],
      ['2026-11-16', 9, 2],
    ],
  ],
] as const)('by %s', (by, expected) => {
  expect(countsBy(items, by).map((it) => [it.key, it.count, it.falseAlarms])).toEqual(expected);
});

test('of nothing there is nothing', () => {
  expect(countsBy([], 'kind')).toEqual([]);
});

test('what browsers held back stands beside what was removed, also where nothing was', () => {
  const held = [
    ...items,
    row({ kind: 'seed_phrase', count: 0, heldBack: 3 }),
    row({ count: 0, heldBack: 2 }),
  ];
  expect(countsBy(held, 'kind').map((it) => [it.key, it.count, it.heldBack])).toEqual([
    ['password', 6, 2],
    ['card_number', 5, 0],
    ['seed_phrase', 0, 3],
  ]);
});
