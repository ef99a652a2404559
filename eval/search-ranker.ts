import { createSearcher, type Glossary, type SearchDocument } from '@fairlead/search';
import MiniSearch from 'minisearch';
import type { Client } from 'pg';

/** Something that finds documents: the ids of the best ten, the best first. */
export interface Ranker {
  readonly name: string;
  rank(text: string, locale: string): Promise<readonly string[]>;
}

const most = 10;
const fields = ['title', 'summary', 'headings', 'tags', 'body'] as const;

/** The product's searcher, as the help center asks it: other languages help out in English. */
export function searcherRanker(documents: readonly SearchDocument[], glossary: Glossary): Ranker {
  const searcher = createSearcher({ glossary });
  for (const document of documents) searcher.put(document);
  return {
    name: 'searcher',
    rank: (text, locale) =>
      Promise.resolve(
        searcher.search({ text, locale, fallbackLocales: ['en'], limit: most }).hits.map(({ id }) => id),
      ),
  };
}

/** MiniSearch with prefixes, typing errors and the usual boosts, one index a language. */
export function miniSearchRanker(documents: readonly SearchDocument[]): Ranker {
  const indexes = new Map(
    [...Map.groupBy(documents, ({ locale }) => locale)].map(([locale, own]) => {
      const index = new MiniSearch({
        fields: [...fields],
        searchOptions: {
          prefix: true,
          fuzzy: 0.2,
          boost: { title: 3, summary: 1.5, headings: 1.2, tags: 1.5 },
        },
      });
      index.addAll(own.map((it) => ({ ...it, headings: it.headings.join('\n'), tags: it.tags.join('\n') })));
      return [locale, index] as const;
    }),
  );
  return {
    name: 'MiniSearch',
    rank: (text, locale) =>
      Promise.resolve((indexes.get(locale)?.search(text) ?? []).slice(0, most).map(({ id }) => String(id))),
  };
}

const configurations: Readonly<Record<string, string>> = { en: 'english', es: 'spanish', ru: 'russian' };
const configurationOf = (locale: string) => configurations[locale] ?? 'simple';

/** PostgreSQL's full text with its stemmers and `ts_rank`: any of the words, title before summary before headings and tags before body. */
export async function postgresRanker(documents: readonly SearchDocument[], client: Client): Promise<Ranker> {
  await client.query('drop table if exists found');
  await client.query('create table found (id text, locale text, words tsvector)');
  for (const { id, locale, title, summary, headings, tags, body } of documents)
    await client.query(
      `insert into found select $1, $2,
         setweight(to_tsvector($3::regconfig, $4), 'A') || setweight(to_tsvector($3::regconfig, $5), 'B') ||
         setweight(to_tsvector($3::regconfig, $6), 'C') || setweight(to_tsvector($3::regconfig, $7), 'D')`,
      [id, locale, configurationOf(locale), title, summary, [...headings, ...tags].join('\n'), body],
    );
  await client.query('create index on found using gin (words)');
  return {
    name: 'ts_rank',
    async rank(text, locale) {
      const { rows } = await client.query<{ id: string }>(
        `select id from found
         cross join (select replace(plainto_tsquery($1::regconfig, $2)::text, '&', '|')::tsquery as wanted) asked
         where locale = $3 and words @@ wanted order by ts_rank(words, wanted) desc, id limit ${most}`,
        [configurationOf(locale), text, locale],
      );
      return rows.map(({ id }) => id);
    },
  };
}
