import { expect, test } from 'vitest';
import { linesOfWords } from './lines-of-words.ts';
import type { Word } from './word.ts';

const word = (text: string, left: number, top: number, startsLine = false): Word => ({
  text,
  confidence: 0.9,
  left,
  top,
  right: left + 60,
  bottom: top + 20,
  startsLine,
});

test.each<[string, Word[], string[]]>([
  ['words of a line', [word('Order', 0, 0, true), word('ID', 70, 2)], ['Order ID']],
  [
    'labels in one column, values in another',
    [
      word('Amount', 0, 0, true),
      word('Network', 0, 40, true),
      word('850', 300, 1, true),
      word('TON', 300, 41, true),
    ],
    ['Amount 850', 'Network TON'],
  ],
  ['Chinese', [word('订单', 0, 0, true), word('号', 61, 0), word('6620', 200, 0)], ['订单号 6620']],
  [
    'Korean syllables',
    [word('주', 0, 0, true), word('문', 61, 0), word('번호', 130, 0), word('77', 200, 0)],
    ['주문번호 77'],
  ],
  ['Korean words', [word('오류', 0, 0, true), word('코드', 90, 0)], ['오류 코드']],
  [
    'boxes that lie over each other',
    [word('エラ', 0, 0, true), word('ー', 90, 8), word('コード', 40, 0)],
    ['エラーコード'],
  ],
])('%s', (_, words, expected) => {
  expect(linesOfWords(words)).toEqual(expected);
});
