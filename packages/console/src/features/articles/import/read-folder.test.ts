import { expect, test } from 'vitest';
import { batchesOfFolder, type FolderEntry, readFolder } from './read-folder.ts';

const entry = (path: string, text = 'x'): FolderEntry => ({ path, file: new File([text], path) });

test('articles are found below whatever folder, with the files beside them', async () => {
  const { articles, problems } = await readFolder([
    entry('help/articles/trading/fees/en.md', 'Fees'),
    entry('help/articles/trading/fees/ja.md', '手数料'),
    entry('help/articles/trading/fees/files/table.png'),
    entry('help/articles/trading/fees/files/notes.md'),
    entry('help/articles/trading/empty/files/alone.png'),
    entry('help/articles/categories.json'),
  ]);
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  expect(articles[0]).toMatchObject({
    key: 'trading/fees',
    texts: [
      { path: 'help/articles/trading/fees/en.md', text: 'Fees' },
      { path: 'help/articles/trading/fees/ja.md', text: '手数料' },
    ],
  });
  expect(articles[0]?.files.map(({ file }) => file.name)).toEqual([
    'help/articles/trading/fees/files/table.png',
    'help/articles/trading/fees/files/notes.md',
  ]);
});

test('texts that stand nowhere are named, and what systems add is passed over', async () => {
  const { articles, problems } = await readFolder([
    entry('README.md'),
    entry('Trading/fees/en.md'),
    entry('__MACOSX/trading/fees/en.md'),
    entry('trading/.git/en.md'),
  ]);
  expect(articles).toEqual([]);
  expect(problems).toEqual([
    { path: 'README.md', problem: 'path' },
    { path: 'Trading/fees/en.md', problem: 'path' },
  ]);
});

test('an article that is too large is named, and the others go in parts that are small enough', async () => {
  const long = '字'.repeat(60_000);
  const whole = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => entry(`trading/${slug}/zh-CN.md`, long));
  const { articles, problems } = await readFolder([
    ...whole,
    entry('trading/endless/en.md', 'x'.repeat(200_001)),
    ...['en', 'ja', 'ko', 'ru', 'es', 'vi'].map((it) => entry(`trading/huge/${it}.md`, long)),
  ]);
  expect(problems).toEqual([
    { path: 'trading/endless', problem: 'too_large' },
    { path: 'trading/huge', problem: 'too_large' },
  ]);
  const batches = batchesOfFolder(articles);
  expect(batches.map((it) => it.map(({ key }) => key.at(-1)).join(''))).toEqual(['abcd', 'efg']);
});
