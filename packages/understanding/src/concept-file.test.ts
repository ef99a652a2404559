import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conceptFile, writeConcepts } from './concept-file.ts';
import { conceptFinder, shippedConceptFinder } from './concept-finder.ts';
import { conceptTable } from './concept-table.ts';
import { readConcepts } from './read-concepts.ts';
import { readHeldOut } from './read-held-out.ts';
import { readUtterances } from './read-utterances.ts';

test('the prepared concepts are those of the glossary and the lexicon (else: npm run train)', () => {
  const made = Buffer.from(writeConcepts(conceptTable(readConcepts())));
  expect(made.equals(readFileSync(conceptFile))).toBe(true);
});

test('they find in what people say, and in articles, what the glossary and the lexicon find', () => {
  const [find, told] = [shippedConceptFinder(), conceptFinder(readConcepts())];
  const articles = new URL('../../../articles/', import.meta.url);
  const titles = readdirSync(articles, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, articles), 'utf8').slice(0, 400));
  // Every seventh meets each language and intent, and takes a second at most.
  const said = [...readUtterances().filter((_, at) => at % 7 === 0), ...readHeldOut()].map((it) => it.text);
  expect(titles.length).toBeGreaterThan(100);
  const different = [...said, ...titles].filter((text) => find(text).join() !== told(text).join());
  expect(different).toEqual([]);
  expect(said.filter((text) => find(text).length > 0).length).toBeGreaterThan(said.length * 0.9);
});
