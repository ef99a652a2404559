import { expect, test } from 'vitest';
import { ModelFailure } from '../ask/model-port.ts';
import { readEmbeddings } from './read-embeddings.ts';

/** Eight numbers, the first of which is told. */
const at = (first: number, dimensions = 8) => [first, ...Array.from({ length: dimensions - 1 }, () => 1)];
const said = (...embeddings: unknown[]) => ({
  data: embeddings.map((embedding, index) => ({ index, embedding })),
  usage: { prompt_tokens: 7 },
});

test('directions are of length 1, in the order of the texts whatever theirs is', () => {
  const { data } = said(at(3), at(-3));
  const { vectors, tokens } = readEmbeddings({ data: data.toReversed(), usage: { prompt_tokens: 7 } }, 2);
  expect(vectors.map(([first = 0]) => Math.sign(first))).toEqual([1, -1]);
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  expect(tokens).toBe(7);
});

test('a server that does not number them, and does not count, is taken at its order', () => {
  const { vectors, tokens } = readEmbeddings({ data: [{ embedding: at(3) }, { embedding: at(-3) }] }, 2);
  expect(vectors.map(([first = 0]) => Math.sign(first))).toEqual([1, -1]);
  expect(tokens).toBeNull();
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no list', { data: 'none' }],
  ['one too few', said(at(1))],
  ['one too many', said(at(1), at(2), at(3))],
  ['of different dimensions', said(at(1), at(2, 9))],
  ['of hardly any dimension', said([1], [2])],
  ['of more dimensions than anybody needs', said(at(1, 5000), at(2, 5000))],
  ['what is no number', said(at(1), [...at(2, 7), null])],
  ['not a number', said(at(1), at(Number.NaN))],
  ['without end', said(at(1), at(Number.POSITIVE_INFINITY))],
  [
    'too large to be measured',
    said(
      at(1),
      at(1e308).map((it) => it * 1e308),
    ),
  ],
  [
    'no direction',
    said(
      at(1),
      Array.from({ length: 8 }, () => 0),
    ),
  ],
  ['one twice', { data: [0, 0].map((index) => ({ index, embedding: at(1) })) }],
  ['one beyond', { data: [0, 2].map((index) => ({ index, embedding: at(1) })) }],
  ['half of them numbered', { data: [{ index: 0, embedding: at(1) }, { embedding: at(2) }] }],
])('refuses %s', (_what, answer) => {
  expect(() => readEmbeddings(answer, 2)).toThrow(ModelFailure);
});
