import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Glossary, SearchDocument } from '@fairlead/search';
import { startEmbeddedPostgres } from '@fairlead/server/testing';
import pg from 'pg';
import { makeFolder } from '../bench/installation.ts';
import { printTable } from '../bench/table.ts';
import { readArticles } from './read-articles.ts';
import { type Grades, gainOf, mean, reciprocalRank } from './relevance.ts';
import { miniSearchRanker, postgresRanker, type Ranker, searcherRanker } from './search-ranker.ts';

interface LabelledQuery {
  readonly locale: string;
  readonly query: string;
  readonly grades: Grades;
}

const root = join(import.meta.dirname, '..');
const nothing: Glossary = { concepts: [], assets: [], networks: [] };

/**
 * How well articles are found: by the project's own labelled queries over its articles (`ARTICLES_DIRECTORY` names another folder), and by the questions of XQuAD over
 * its paragraphs where `XQUAD_DIRECTORY` says where it is; beside MiniSearch and PostgreSQL's `ts_rank` on the same texts.
 */
export async function evalSearch(): Promise<void> {
  const folder = await makeFolder('fairlead-eval-');
  const postgres = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log: () => {} });
  const client = new pg.Client({ connectionString: postgres.connectionString });
  try {
    await client.connect();
    await evalArticles(client);
    await evalXquad(client);
  } finally {
    await client.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function evalArticles(client: pg.Client): Promise<void> {
  const articles = process.env['ARTICLES_DIRECTORY'] ?? join(root, 'articles');
  const labels = join(import.meta.dirname, 'search-queries.json');
  if (!existsSync(articles) || !existsSync(labels)) {
    console.log(
      `search: no labelled queries are measured, since there is no ${existsSync(articles) ? labels : articles}`,
    );
    return;
  }
  const documents = readArticles(articles);
  const glossary = JSON.parse(readFileSync(join(articles, 'glossary.json'), 'utf8')) as Glossary;
  const queries = JSON.parse(readFileSync(labels, 'utf8')) as LabelledQuery[];
  const rankers = await rankersOf(documents, glossary, client);
  const rows = [];
  for (const [locale, own] of [...Map.groupBy(queries, (it) => it.locale), ['all', queries] as const])
    for (const ranker of rankers)
      rows.push([locale, ranker.name, own.length, ...(await measure(ranker, own))]);
  printTable(
    `search: labelled queries over ${documents.length} translations of articles`,
    ['language', 'by', 'queries', 'nDCG@10', 'MRR@10', 'no result'],
    rows,
  );
}

async function measure(ranker: Ranker, queries: readonly LabelledQuery[]): Promise<string[]> {
  const gains: number[] = [];
  const ranks: number[] = [];
  const empty: number[] = [];
  for (const { query, locale, grades } of queries) {
    const results = await ranker.rank(query, locale);
    gains.push(gainOf(results, grades));
    ranks.push(reciprocalRank(results, grades));
    empty.push(results.length === 0 ? 1 : 0);
  }
  return [share(mean(gains)), share(mean(ranks)), share(mean(empty))];
}

/** Weights of the searcher were chosen by every second subject of XQuAD; what they are worth is measured by the others. */
async function evalXquad(client: pg.Client): Promise<void> {
  const directory = process.env['XQUAD_DIRECTORY'];
  if (!directory || !existsSync(directory)) {
    console.log(
      'search: XQuAD is not measured, since XQUAD_DIRECTORY names no folder with <language>.passages.jsonl',
    );
    return;
  }
  const languages = readdirSync(directory).flatMap((file) => /^(.+)\.passages\.jsonl$/.exec(file)?.[1] ?? []);
  const rows = [];
  for (const locale of languages) {
    const documents = readLines(join(directory, `${locale}.passages.jsonl`)).map(({ pid, text }) =>
      asDocument(pid, locale, text),
    );
    const questions = readLines(join(directory, `${locale}.queries.jsonl`));
    const unseen = questions.filter(({ pid }) => Number.parseInt(pid, 10) % 2 === 1);
    for (const ranker of await rankersOf(documents, nothing, client))
      rows.push([
        locale,
        ranker.name,
        ...(await recall(ranker, locale, unseen)),
        ...(await recall(ranker, locale, questions)),
      ]);
  }
  printTable(
    'search: XQuAD, the paragraph of a question: share first, and among the first five; of the half that nothing was tuned by, and of all',
    ['language', 'by', 'half @1', 'half @5', 'all @1', 'all @5'],
    rows,
  );
}

async function recall(ranker: Ranker, locale: string, questions: readonly Line[]): Promise<string[]> {
  const places: number[] = [];
  for (const { text, pid } of questions) places.push((await ranker.rank(text, locale)).indexOf(pid));
  const within = (most: number) => mean(places.map((place) => (place >= 0 && place < most ? 1 : 0)));
  return [share(within(1)), share(within(5))];
}

const rankersOf = async (
  documents: readonly SearchDocument[],
  glossary: Glossary,
  client: pg.Client,
): Promise<Ranker[]> => [
  searcherRanker(documents, glossary),
  miniSearchRanker(documents),
  await postgresRanker(documents, client),
];

interface Line {
  readonly pid: string;
  readonly text: string;
}

const readLines = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

const asDocument = (id: string, locale: string, body: string): SearchDocument => ({
  id,
  locale,
  title: '',
  summary: '',
  headings: [],
  body,
  tags: [],
  category: 'passages',
});

const share = (value: number): string => value.toFixed(3);
