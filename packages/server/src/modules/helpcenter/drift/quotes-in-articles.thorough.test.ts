import { expect, test } from 'vitest';
import { readArticleFiles } from '../../../demo/demo-articles.ts';
import { writeFact } from '../facts/live-facts.ts';
import { recordedFacts } from '../facts/recorded-facts.ts';
import { readFolder } from '../folder/folder-format.ts';
import { quotesOf } from './quotes-fact.ts';
import { stretchesOf } from './text-lines.ts';

/** The articles that come along, in eight languages: as they are they name live facts; typed out they would go out of date. */
const { articles } = readFolder(readArticleFiles());
const facts = await recordedFacts();
const texts = articles.flatMap(({ slug, texts }) =>
  [...texts].map(([locale, { title, body }]) => ({ slug, locale, title, body })),
);

test('nothing is found in articles that follow by themselves', () => {
  const flagged = texts.flatMap(({ slug, locale, title, body }) => {
    const stretches = stretchesOf(title, body);
    return [...facts].flatMap(([name, { fact }]) =>
      quotesOf({ name, before: fact }, { stretches, locale }).map(
        (quote) => `${slug} ${locale} ${name}: ${quote}`,
      ),
    );
  });
  expect(flagged).toEqual([]);
});

test('nearly every figure is found in the same articles with their figures typed out', () => {
  let named = 0;
  const missed: string[] = [];
  for (const { slug, locale, title, body } of texts) {
    const names = new Set<string>();
    const typed = body.replace(/\{\{([^}]+)\}\}/g, (whole, name: string) => {
      const known = facts.get(name.trim());
      if (!known) return whole;
      names.add(name.trim());
      return writeFact(known.fact, locale);
    });
    const stretches = stretchesOf(title, typed);
    for (const name of names) {
      const known = facts.get(name);
      if (!known) continue;
      named += 1;
      if (quotesOf({ name, before: known.fact }, { stretches, locale }).length === 0)
        missed.push(`${slug} ${locale} ${name}`);
    }
  }
  expect(named).toBeGreaterThan(500);
  // Of futures fees in an article that says nowhere that it is about futures.
  expect(missed.filter((it) => !/^\S+ \S+ fee\.trade\.futures\./.test(it))).toEqual([]);
  expect(missed.length / named).toBeLessThan(0.02);
});
