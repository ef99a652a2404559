import { expect, test } from 'vitest';
import { fromFolderText, namesInFolder, toFolderText } from './folder-files.ts';

const one = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Screen shot.PNG',
  type: 'image/png',
} as const;
const two = { ...one, id: '01900000-0000-7000-8000-000000000002', name: 'screen-shot.png' };
const form = { id: '01900000-0000-7000-8000-000000000003', name: '表.pdf', type: 'application/pdf' } as const;
const address = ({ id }: { id: string }, name: string) => `/help/files/${id}/${name}`;

test('files are called as in their addresses, two of one name by their ids too', () => {
  expect([...namesInFolder([one, two, form])]).toEqual([
    ['screen-shot.png', one.id],
    ['000000000002-screen-shot.png', two.id],
    ['file.pdf', form.id],
  ]);
});

test('a text goes into the folder and comes back, and what is not beside it stays', () => {
  const body = `![A](${address(one, 'screen-shot.png')}) [B](${address(two, 'screen-shot.png')}) ![C](./files/other.png)`;
  const inFolder = toFolderText(body, [one, two]);
  expect(inFolder).toBe(
    '![A](./files/screen-shot.png) [B](./files/000000000002-screen-shot.png) ![C](./files/other.png)',
  );
  const files = new Map([
    ['screen-shot.png', one],
    ['000000000002-screen-shot.png', two],
  ]);
  expect(fromFolderText(inFolder, files)).toBe(body);
  expect(fromFolderText('![A](<files/screen-shot.png>) `files/screen-shot.png`', files)).toBe(
    `![A](<${address(one, 'screen-shot.png')}>) \`files/screen-shot.png\``,
  );
});
