import { expect, it } from 'vitest';
import { draftOf, hoursOf } from './day-hours.ts';

it.each<[string, [string, string][], ReturnType<typeof hoursOf>]>([
  ['a day off', [], { day: [] }],
  [
    'in whatever order they are written',
    [
      ['13', '18:30'],
      ['9:00', '12'],
    ],
    {
      day: [
        { from: 540, to: 720 },
        { from: 780, to: 1110 },
      ],
    },
  ],
  ['to the end of the day', [['22:00', '24:00']], { day: [{ from: 1320, to: 1440 }] }],
  [
    'one after the other without a break',
    [
      ['9', '12'],
      ['12', '13'],
    ],
    {
      day: [
        { from: 540, to: 720 },
        { from: 720, to: 780 },
      ],
    },
  ],
  ['no time', [['9', 'late']], { error: 'time' }],
  ['half a line', [['9', '']], { error: 'time' }],
  ['over midnight', [['22:00', '6:00']], { error: 'order' }],
  [
    'one within the other',
    [
      ['9', '18'],
      ['10', '11'],
    ],
    { error: 'overlap' },
  ],
  [
    'nine parts',
    Array.from({ length: 9 }, (_, n): [string, string] => [`${n * 2}:00`, `${n * 2 + 1}:00`]),
    { error: 'many' },
  ],
])('%s', (_, written, expected) => {
  const found = hoursOf(written.map(([from, to]) => ({ from, to })));
  expect(found).toEqual(expected);
  if ('day' in found) expect(hoursOf(draftOf(found.day))).toEqual(found);
});
