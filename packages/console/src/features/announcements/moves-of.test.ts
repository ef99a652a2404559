import type { Announcement } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { movesOf } from './moves-of.ts';

const both = { manages: true, approves: true };
const standing = (state: Announcement['state'], edition = 0, authors: string[] = []) => ({
  state,
  edition,
  authors: authors.map((id) => ({ id, name: id })),
});

test.each<[Announcement['state'], number, string[], string[]]>([
  ['draft', 0, ['submit'], []],
  ['draft', 1, ['submit', 'drop'], ['withdraw']],
  ['in_review', 0, ['take_back'], ['approve', 'send_back']],
  ['approved', 0, ['publish', 'take_back'], []],
  ['scheduled', 1, ['publish', 'take_back'], ['withdraw']],
  ['published', 1, ['correct'], ['withdraw']],
  ['corrected', 2, ['correct'], ['withdraw']],
  ['withdrawn', 2, [], []],
])('%s, published %i times', (state, edition, moves, decisions) => {
  expect(movesOf(standing(state, edition), 'me', both)).toMatchObject({ moves, decisions });
});

test('who has changed it does not approve it, and is told why', () => {
  const found = movesOf(standing('in_review', 0, ['me']), 'me', both);
  expect([found.decisions, found.own]).toEqual([[], true]);
});

test('nothing is offered to who only reads', () => {
  const found = movesOf(standing('in_review', 1), 'me', { manages: false, approves: false });
  expect([found.moves, found.decisions, found.mayRemove]).toEqual([[], [], false]);
});
