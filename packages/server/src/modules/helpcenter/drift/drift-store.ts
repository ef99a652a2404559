import type { DriftSource, DriftState, Locale } from '@fairlead/contract';
import { sql } from 'kysely';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Drift, Watched, WatchedSheet } from './notice-drift.ts';

/** A text that may quote a figure. */
export interface QuotingText {
  readonly source: DriftSource;
  readonly subjectId: string;
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
}

/** A text that quotes a figure as it was. */
export interface FindingRecord extends Omit<QuotingText, 'body'> {
  readonly id: string;
  readonly name: string;
  readonly before: Watched;
  readonly after: Watched;
  readonly foundAt: Date;
  readonly excerpt: string;
  readonly state: DriftState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** The figures as they were seen last. */
export async function readKnownFacts(reader: Reader): Promise<WatchedSheet> {
  const rows = await reader.sql.selectFrom('known_facts').selectAll().execute();
  return new Map(rows.map((row) => [row.name, { fact: row.fact as unknown as Watched, asOf: row.as_of }]));
}

/** The same, for whoever is about to tell of changes: nobody else does until the end of the transaction. */
export async function lockKnownFacts(tx: Tx): Promise<WatchedSheet> {
  await sql`select pg_advisory_xact_lock(hashtext('helpcenter.drift'))`.execute(tx.sql);
  return readKnownFacts(tx);
}

/** Keeps figures as those seen last; older ones do not replace newer ones. */
export async function putKnownFacts(tx: Tx, sheet: WatchedSheet): Promise<void> {
  if (sheet.size === 0) return;
  await tx.sql
    .insertInto('known_facts')
    .values([...sheet].map(([name, { fact, asOf }]) => ({ name, fact: JSON.stringify(fact), as_of: asOf })))
    .onConflict((of) =>
      of
        .column('name')
        .doUpdateSet((row) => ({ fact: row.ref('excluded.fact'), as_of: row.ref('excluded.as_of') }))
        .whereRef('excluded.as_of', '>=', 'known_facts.as_of'),
    )
    .execute();
}

/** Keeps that a figure changed, and which texts quote it as it was. */
export async function insertDrift(
  tx: Tx,
  { name, before, after }: Drift,
  quotes: ReadonlyArray<{ text: QuotingText; excerpt: string }>,
): Promise<void> {
  const id = newId();
  await tx.sql
    .insertInto('fact_drifts')
    .values({
      id,
      name,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      found_at: tx.now,
    })
    .execute();
  if (quotes.length === 0) return;
  await tx.sql
    .insertInto('drift_findings')
    .values(
      quotes.map(({ text, excerpt }) => ({
        id: newId(),
        drift_id: id,
        source: text.source,
        subject_id: text.subjectId,
        locale: text.locale,
        title: text.title,
        excerpt,
        state: 'open',
      })),
    )
    .execute();
}

interface FindingRow {
  id: string;
  name: string;
  before: Watched;
  after: Watched;
  found_at: Date;
  source: DriftSource;
  subject_id: string;
  locale: Locale;
  title: string;
  excerpt: string;
  state: DriftState;
  decided_by: string | null;
  decided_at: Date | null;
}

/** Findings in a state or, for null, in any: the last first. */
export async function listFindings(
  reader: Reader,
  state: DriftState | null,
  limit: number,
): Promise<FindingRecord[]> {
  const { rows } = await sql<FindingRow>`
    select f.id, d.name, d.before, d.after, d.found_at, f.source, f.subject_id, f.locale, f.title, f.excerpt,
      f.state, f.decided_by, f.decided_at
    from drift_findings f join fact_drifts d on d.id = f.drift_id
    where ${state}::text is null or f.state = ${state}
    order by f.state <> 'open', d.found_at desc, d.name, f.source, f.title, f.locale, f.id limit ${limit}
  `.execute(reader.sql);
  return rows.map(({ found_at, subject_id, decided_by, decided_at, ...row }) => ({
    ...row,
    foundAt: found_at,
    subjectId: subject_id,
    decidedBy: decided_by,
    decidedAt: decided_at,
  }));
}

/** How many wait to be looked at. */
export async function countOpenFindings(reader: Reader, locale: Locale | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from drift_findings
    where state = 'open' and (${locale}::text is null or locale = ${locale})
  `.execute(reader.sql);
  return rows[0]?.count ?? 0;
}

/** Says what became of a finding, by whom (null: by itself); false if there is none. */
export async function decideFinding(
  tx: Tx,
  id: string,
  state: DriftState,
  agentId: string | null,
): Promise<boolean> {
  const decided = await tx.sql
    .updateTable('drift_findings')
    .set({
      state,
      decided_by: state === 'open' ? null : agentId,
      decided_at: state === 'open' ? null : tx.now,
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return decided !== undefined;
}

/** The texts of all articles that readers see, and those that are being written where they differ. */
export async function listArticleTexts(reader: Reader): Promise<QuotingText[]> {
  const { rows } = await sql<{
    article_id: string;
    locale: Locale;
    published: boolean;
    title: string;
    summary: string;
    body: string;
  }>`
    select t.article_id, t.locale, coalesce(r.id = t.published_id, false) as published, r.title, r.summary, r.body
    from article_translations t
    join article_revisions r on r.id = t.published_id or r.id = t.revision_id
    where t.state <> 'archived'
  `.execute(reader.sql);
  return rows.map(({ article_id, published, summary, body, ...row }) => ({
    source: published ? 'article' : 'draft',
    subjectId: article_id,
    locale: row.locale,
    title: row.title,
    body: `${summary}\n\n${body}`,
  }));
}
