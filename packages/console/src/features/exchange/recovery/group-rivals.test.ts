import type { Recovery } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { groupRivals } from './group-rivals.ts';

const recovery = (id: string, uid: string, state: Recovery['state']): Recovery => ({
  id,
  uid,
  state,
  ticket: { id, number: 1 },
  holder: null,
  claimant: { id, name: null },
  lost: ['email'],
  tier: 'high',
  reasons: [],
  contested: true,
  needsTwo: true,
  rivals: [],
  earlier: null,
  proofs: [],
  triesLeft: 3,
  requestedAt: '2026-11-27T12:00:00Z',
  grantedAt: null,
  firstBy: null,
  decidedBy: null,
  notes: [],
  until: null,
});

test('those that are open for one account stand together, the others where they were', () => {
  const all = [
    recovery('a', '1', 'review'),
    recovery('b', '2', 'proving'),
    recovery('c', '1', 'second'),
    recovery('d', '1', 'refused'),
    recovery('e', '1', 'refused'),
  ];
  expect(groupRivals(all).map((group) => group.map(({ id }) => id))).toEqual([
    ['a', 'c'],
    ['b'],
    ['d'],
    ['e'],
  ]);
});
