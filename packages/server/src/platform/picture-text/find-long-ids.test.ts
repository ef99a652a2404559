import { expect, test } from 'vitest';
import { findLongIds } from './find-long-ids.ts';
import type { Word } from './word.ts';

/** A word of letters 10 wide and 20 high. */
const word = (text: string, left: number, top: number, startsLine = true): Word => ({
  text,
  confidence: 0.9,
  left,
  top,
  right: left + text.length * 10,
  bottom: top + 20,
  startsLine,
});
const found = (words: Word[]) => findLongIds(words).map((it) => it.rows.map((row) => row.text));

test.each<[string, Word[], string[][]]>([
  ['a word', [word('Confirmation-page', 0, 0)], []],
  ['a number', [word('128457039618412345', 0, 0)], []],
  ['one row', [word('TXID', 0, 0), word('7c9f0e5b2d4a8136', 200, 0, false)], [['7c9f0e5b2d4a8136']]],
  [
    'rows that begin at one place',
    [word('7c9f0e5b2d4a8136', 200, 0), word('ef57c0b9', 202, 40)],
    [['7c9f0e5b2d4a8136', 'ef57c0b9']],
  ],
  [
    'rows that end at one place',
    [word('7c9f0e5b2d4a8136', 200, 0), word('ef57c0b9', 280, 40)],
    [['7c9f0e5b2d4a8136', 'ef57c0b9']],
  ],
  [
    'rows that are centred',
    [word('7c9f0e5b2d4a8136', 200, 0), word('ef57c0b9', 240, 40)],
    [['7c9f0e5b2d4a8136', 'ef57c0b9']],
  ],
  [
    'what begins elsewhere',
    [word('7c9f0e5b2d4a8136', 200, 0), word('ef57c0b9', 40, 40)],
    [['7c9f0e5b2d4a8136']],
  ],
  [
    'what is far below',
    [word('7c9f0e5b2d4a8136', 200, 0), word('ef57c0b9', 200, 120)],
    [['7c9f0e5b2d4a8136']],
  ],
  [
    'what has a label of its own',
    [word('7c9f0e5b2d4a8136', 200, 0), word('Memo', 0, 40), word('10423', 200, 40, false)],
    [['7c9f0e5b2d4a8136']],
  ],
  [
    'a row read as two words with next to nothing between them',
    [word('7c9f0e5b2d', 200, 0), word('4a8136ef57', 303, 0, false)],
    [['7c9f0e5b2d4a8136ef57']],
  ],
])('%s', (_, words, expected) => {
  expect(found(words)).toEqual(expected);
});
