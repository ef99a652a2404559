import { expect, test } from 'vitest';
import { citedSentences } from './cited-sentences.ts';

test.each([
  [
    'Wait an hour. [1] Then ask. [2]',
    [
      ['Wait an hour.', [1]],
      ['Then ask.', [2]],
    ],
  ],
  ['Wait an hour \t[1, 2].', [['Wait an hour.', [1, 2]]]],
  ['请等一小时。【3】', [['请等一小时。', [3]]]],
  ['No mark', [['No mark', []]]],
])('%j says and cites', (answer, found) => {
  expect(citedSentences(answer, 'en').map(({ said, cites }) => [said, cites])).toEqual(found);
});

// With a look from every space to the end it would take minutes.
test('very many spaces are read once', () => {
  const [sentence] = citedSentences(`Wait${' '.repeat(300_000)}an hour. [1]`, 'en');
  expect(sentence?.cites).toEqual([1]);
});
