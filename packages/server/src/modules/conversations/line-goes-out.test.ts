import { systemLines } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { type LineCase, lineGoesOut, outgoingLines } from './line-goes-out.ts';

const plain: LineCase = {
  key: 'queue_expected',
  inPublic: false,
  windowOpen: true,
  scarce: false,
  toldSince: 0,
  again: false,
  closeReason: null,
};

test.each<[string, Partial<LineCase>, boolean]>([
  ['how long it takes', {}, true],
  ['that nobody is there', { key: 'queue_nobody' }, true],
  ['who is there', { key: 'assigned' }, true],
  ['that the assistant has it again', { key: 'given_to_assistant' }, true],
  [
    'that the assistant has it again, where answers are few',
    { key: 'given_to_assistant', scarce: true },
    true,
  ],
  ['that it is over', { key: 'closed', closeReason: 'solved' }, true],
  ['that it is over for another reason', { key: 'closed', closeReason: 'other' }, true],
  ['that it was opened again since', { key: 'closed' }, false],
  ['that they did not reply', { key: 'closed', closeReason: 'no_reply' }, false],
  ['that it was spam', { key: 'closed', closeReason: 'spam' }, false],
  ['that it was a duplicate', { key: 'closed', closeReason: 'duplicate' }, false],
  ['that the assistant hands over, which it says itself', { key: 'handed_over_asked' }, false],
  ['who passed it on', { key: 'transferred_team' }, false],
  ['in public', { inPublic: true }, false],
  ['when the window is over', { windowOpen: false }, false],
  ['after one', { toldSince: 1 }, true],
  ['the same once more, as to another team', { toldSince: 1, again: true }, false],
  ['after two', { toldSince: 2 }, false],
  ['that it is over, after two', { toldSince: 2, key: 'closed', closeReason: 'solved' }, true],
  [
    'that it is over, where answers are few',
    { scarce: true, toldSince: 1, key: 'closed', closeReason: 'solved' },
    true,
  ],
  ['how long it takes, where answers are few', { scarce: true }, true],
  ['who is there, where answers are few', { scarce: true, key: 'assigned' }, false],
  ['a second one, where answers are few', { scarce: true, toldSince: 1 }, false],
])('%s', (_, it, goes) => {
  expect(lineGoesOut({ ...plain, ...it })).toBe(goes);
});

test('lines that are not named never go out', () => {
  const named: ReadonlySet<string> = new Set(outgoingLines);
  const others = systemLines.filter((key) => !named.has(key));
  expect(others.filter((key) => lineGoesOut({ ...plain, key, closeReason: 'solved' }))).toEqual([]);
});
