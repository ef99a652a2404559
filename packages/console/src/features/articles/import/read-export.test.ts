import { expect, test } from 'vitest';
import { readExport } from './read-export.ts';

const article = (id: number, more: object = {}) => ({
  id,
  title: `A${id}`,
  locale: 'en-us',
  body: '<p>x</p>',
  ...more,
});
const file = (value: unknown, name = 'export.json') => ({ name, text: JSON.stringify(value) });

test('one file, answers page by page, and answers in an array say the same', () => {
  const categories = [{ id: 1, name: 'C' }];
  const sections = [{ id: 2, name: 'S', category_id: 1 }];
  const articles = [article(3, { section_id: 2 }), article(4, { section_id: 2 })];
  const translations = [{ source_id: 3, source_type: 'Article', locale: 'ja', title: 'J', body: '' }];
  const whole = readExport([
    file({ categories, sections, articles, translations, count: 2, next_page: null }),
  ]);
  const paged = [
    { categories },
    { sections },
    { articles: [articles[0]] },
    { articles: [articles[1]] },
    { translations },
  ];
  expect(readExport(paged.map((it) => file(it)))).toEqual(whole);
  expect(readExport([file(paged)])).toEqual(whole);
  expect(whole).toMatchObject({ articles: 2, problems: [] });
  expect(whole.batches).toHaveLength(1);
  expect(whole.batches[0]?.translations).toMatchObject([{ source_id: '3', locale: 'ja', draft: false }]);
});

test('what is no such file is named, and the rest is read', () => {
  const read = readExport([
    { name: 'a.json', text: '{' },
    file({ hello: [] }, 'b.json'),
    file({ articles: [article(1), { id: 'x' }] }, 'c.json'),
    file(7, 'd.json'),
  ]);
  expect(read.articles).toBe(1);
  expect(read.problems).toEqual([
    { problem: 'not_json', what: 'a.json', count: 1 },
    { problem: 'nothing', what: 'b.json', count: 1 },
    { problem: 'items', what: 'c.json', count: 1 },
    { problem: 'not_json', what: 'd.json', count: 1 },
  ]);
});

test('a large export goes in parts of which each holds its articles whole; one that is too large by itself is named', () => {
  const long = 'x'.repeat(300_000);
  const articles = [1, 2, 3, 4].map((id) => article(id, { body: long }));
  const translations = [1, 2, 3, 4, 4, 4].map((source_id, at) => ({
    source_id,
    locale: `l${at}`,
    title: 'T',
    body: long,
  }));
  const { batches, problems } = readExport([
    file({ articles, translations, sections: [{ id: 2, category_id: 1 }] }),
  ]);
  expect(batches.map((it) => it.articles.map(({ id }) => id))).toEqual([['1'], ['2'], ['3']]);
  for (const it of batches) {
    expect(it.translations.map((one) => one.source_id)).toEqual(it.articles.map(({ id }) => id));
    expect(it.sections).toHaveLength(1);
    expect(JSON.stringify(it).length).toBeLessThan(1_000_000);
  }
  expect(problems).toEqual([{ problem: 'too_large', what: 'A4', count: 1 }]);
});
