import { readdirSync } from 'node:fs';
import { locales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { readFolder, recordedFacts } from '../modules/helpcenter/index.ts';
import { readArticleCategories, readArticleFiles } from './demo-articles.ts';

const { articles, problems } = readFolder(readArticleFiles());
const paths = new Set(articles.map(({ category, slug }) => `${category}/${slug}`));
const sorted = (text: string, form: RegExp): string[] =>
  [...text.matchAll(form)].map((it) => it[1] ?? '').sort();
const factsOf = (text: string) => sorted(text, /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/g);
const officialPage = /^\/help\/([\w-]+)\/official$/;
/** Other articles; the page that checks who somebody is stands in each language at an address of its own. */
const linksOf = (text: string) => sorted(text, /\]\(([^)\s]+)\)/g).filter((it) => !officialPage.test(it));
/** The portal's pages have the same address in every language, so translations must name the same ones. */
const portalPages = new Set(['/portal/freeze', '/portal/alerts']);
const officialLinksOf = (text: string) => sorted(text, /\]\((\/help\/[\w-]+\/official)\)/g);
const calloutsOf = (text: string) => sorted(text, /^> \[!([A-Z]+)\]/gm);
const sectionsOf = (text: string) => sorted(text, /^(##+) /gm);

test('every file is read, and every article has every language that articles are written in', () => {
  expect(problems).toEqual([]);
  expect(articles.length).toBeGreaterThanOrEqual(60);
  const locales = ['en', 'es', 'ja', 'ko', 'ru', 'vi', 'zh-CN', 'zh-TW'];
  for (const { slug, texts } of articles)
    expect([slug, ...[...texts.keys()].sort()]).toEqual([slug, ...locales]);
});

test('the folder holds articles, their categories and the glossary, and nothing else', () => {
  const files = readdirSync(new URL('../../../../articles/', import.meta.url), {
    recursive: true,
    withFileTypes: true,
  });
  const others = files.filter((it) => it.isFile() && !it.name.endsWith('.md')).map((it) => it.name);
  expect(others.sort()).toEqual(['categories.json', 'glossary.json']);
});

test('articles lie in categories that there are, and none is empty', () => {
  const categories = readArticleCategories().map((it) => it.slug);
  expect([...new Set(articles.map((it) => it.category))].sort()).toEqual(categories.toSorted());
});

test('categories have a name of their own and a description in every language that customers are served in', () => {
  for (const { slug, texts } of readArticleCategories())
    expect([slug, ...Object.keys(texts).sort()]).toEqual([slug, ...locales.toSorted()]);
  for (const locale of locales) {
    const texts = readArticleCategories().map((it) => it.texts[locale]);
    expect([locale, new Set(texts.map((it) => it?.name)).size]).toEqual([locale, texts.length]);
    expect([locale, texts.filter((it) => !it?.description)]).toEqual([locale, []]);
  }
});

test.each(articles.map((it) => [it.slug, it] as const))(
  '%s says the same in every language',
  (_, article) => {
    const source = article.texts.get(article.sourceLocale)?.body ?? '';
    for (const [locale, { body, title, summary }] of article.texts) {
      expect([locale, ...factsOf(body)]).toEqual([locale, ...factsOf(source)]);
      expect([locale, ...linksOf(body)]).toEqual([locale, ...linksOf(source)]);
      expect(officialLinksOf(body)).toEqual(
        officialLinksOf(source).map((it) => it.replace(officialPage, `/help/${locale}/official`)),
      );
      expect([locale, ...calloutsOf(body)]).toEqual([locale, ...calloutsOf(source)]);
      expect([locale, ...sectionsOf(body)]).toEqual([locale, ...sectionsOf(source)]);
      expect(body).not.toMatch(/^# |<[a-z]+[ >]/m);
      expect(title.length).toBeLessThan(90);
      expect(summary.length).toBeLessThan(220);
    }
  },
);

test('who asks whether somebody is the exchange is led to the page that tells', () => {
  const article = articles.find((it) => it.slug === 'verify-official-channels');
  expect(officialLinksOf(article?.texts.get('ja')?.body ?? '')).toEqual([
    '/help/ja/official',
    '/help/ja/official',
  ]);
});

test('what articles name is there: figures, other articles', async () => {
  const facts = await recordedFacts();
  const named = articles.flatMap(({ texts }) =>
    [...texts.values()].flatMap(({ body, summary }) => factsOf(body + summary)),
  );
  expect([...new Set(named)].filter((it) => it !== 'exchange' && !facts.has(it))).toEqual([]);
  const slugs = new Set(articles.map((it) => it.slug));
  expect(articles.flatMap((it) => it.related).filter((it) => !slugs.has(it))).toEqual([]);
  for (const { category, slug, texts } of articles) {
    for (const { body } of texts.values()) {
      const targets = linksOf(body)
        .filter((it) => !portalPages.has(it))
        .map((it) => new URL(it, `https://x/${category}/${slug}/`).pathname.slice(1));
      expect([slug, ...targets.filter((it) => !paths.has(it))]).toEqual([slug]);
    }
  }
});
