import type { ExamplesFile } from '@fairlead/contract';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { findArticle, findBySlug } from '../../helpcenter/index.ts';
import type { ExampleRecord } from './example.ts';
import { setNamed, setOf } from './example-sets.ts';
import { listExamples } from './example-store.ts';
import { keepAll } from './keep-examples.ts';

type FileExample = ExamplesFile['examples'][number];

/** All examples, or those of a set, as a file. An article that is gone is left out; an example that then expects nothing is left out with it. Throws `request.not_found`. */
export async function exportExamples(reader: Reader, setId: string | undefined): Promise<ExamplesFile> {
  const set = setId === undefined ? null : await setOf(reader, setId);
  const records = await listExamples(reader, set && [set]);
  const ids = new Set(records.flatMap((it) => it.expect.articles));
  const slugs = new Map<string, string>();
  for (const id of ids) {
    const article = await findArticle(reader, id);
    if (article) slugs.set(id, article.slug);
  }
  const examples = records.map(({ locale, text, earlier, expect, note }) => ({
    locale,
    text,
    earlier,
    expect: { ...expect, articles: expect.articles.flatMap((id) => slugs.get(id) ?? []) },
    note,
  }));
  return {
    format: 'fairlead.assistant-examples.1',
    ...(set && set.name !== '' && { set: set.name }),
    examples: examples.filter(({ expect: { articles, ...said } }) =>
      [articles[0] ?? null, ...Object.values(said)].some((it) => it !== null),
    ),
  };
}

/**
 * Keeps the examples of a file in a set, in the one that the file names or else in the usual one, and leaves alone what is kept already. Throws `request.not_found`, `assistant.article_unknown` for the first article that there is
 * not, and `assistant.examples_full`; then none is kept.
 */
export async function importExamples(
  tx: Tx,
  authorId: string | null,
  file: ExamplesFile,
  setId?: string,
): Promise<{ added: number; kept: number }> {
  const set =
    setId === undefined && file.set !== undefined ? await setNamed(tx, file.set) : await setOf(tx, setId);
  const read = await readAll(tx, { authorId, setId: set.id }, file.examples);
  if (read.unknown[0] !== undefined) throw fail('assistant.article_unknown', { article: read.unknown[0] });
  return keepRead(tx, read.records);
}

/** The same, leaving out what names an article that there is not. */
export async function importKnown(
  tx: Tx,
  authorId: string | null,
  examples: readonly FileExample[],
): Promise<{ added: number; kept: number; leftOut: number }> {
  const { id: setId } = await setOf(tx, undefined);
  const { records } = await readAll(tx, { authorId, setId }, examples);
  return { ...(await keepRead(tx, records)), leftOut: examples.length - records.length };
}

async function keepRead(tx: Tx, records: readonly ExampleRecord[]) {
  const added = await keepAll(tx, records);
  return { added, kept: records.length - added };
}

async function readAll(
  tx: Tx,
  of: { authorId: string | null; setId: string },
  examples: readonly FileExample[],
) {
  const ids = new Map<string, string>();
  for (const slug of new Set(examples.flatMap((it) => it.expect.articles))) {
    const article = await findBySlug(tx, slug);
    if (article) ids.set(slug, article.id);
  }
  const unknown: string[] = [];
  const records: ExampleRecord[] = [];
  for (const { locale, text, earlier, expect, note } of examples) {
    const missing = expect.articles.filter((slug) => !ids.has(slug));
    unknown.push(...missing);
    if (missing.length > 0) continue;
    const articles = expect.articles.flatMap((slug) => ids.get(slug) ?? []);
    const said = { locale, text, earlier, expect: { ...expect, articles }, note };
    records.push({ id: newId(), ...said, ...of, createdAt: tx.now });
  }
  return { records, unknown };
}
