import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

test.each<[string, string, string[][]]>([
  [
    'plain',
    'text,label\nhello,a\n',
    [
      ['text', 'label'],
      ['hello', 'a'],
    ],
  ],
  [
    'without a last line end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['quoted commas and line ends', '"one, two\nthree",a\r\n', [['one, two\nthree', 'a']]],
  ['doubled quotes', '"say ""hi""",b\n', [['say "hi"', 'b']]],
  [
    'empty fields',
    ',b\nc,\n',
    [
      ['', 'b'],
      ['c', ''],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, rows) => expect(readTable(text)).toEqual(rows));
