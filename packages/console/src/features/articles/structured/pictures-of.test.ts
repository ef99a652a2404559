import { expect, test } from 'vitest';
import { picturesOf } from './pictures-of.ts';

const png = new File(['x'], 'a.png', { type: 'image/png' });
const svg = new File(['x'], 'a.svg', { type: 'image/svg+xml' });
const transfer = (files: File[], html = '') => ({
  files: files as unknown as FileList,
  getData: (type: string) => (type === 'text/html' ? html : ''),
});

test.each([
  ['a screenshot', transfer([png]), [png]],
  [
    'a picture copied from a page',
    transfer([png], '<meta charset="utf-8"><img src="https://example.com/a.png">'),
    [png],
  ],
  ['what pages do not show', transfer([svg]), []],
  ['words with a picture of them', transfer([png], '<style>p{}</style><p>Words</p>'), []],
  ['nothing', null, []],
])('of %s', (_, given, pictures) => {
  expect(picturesOf(given)).toEqual(pictures);
});
