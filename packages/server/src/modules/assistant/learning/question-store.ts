import type { Locale, QuestionCause } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { type Features, featuresSchema } from './features.ts';

/** A question that was not answered well. */
export interface QuestionRecord {
  readonly id: string;
  /** Of the turn or the search that it comes from: one of each is kept. */
  readonly key: string;
  readonly cause: QuestionCause;
  readonly conversationId: string | null;
  readonly locale: Locale;
  /** Without secrets and names. */
  readonly text: string;
  readonly features: Features;
  readonly clusterId: string | null;
  readonly askedAt: Date;
}

/** A question as lists need it: without what only tells how much it is like others. */
export type QuestionLine = Omit<QuestionRecord, 'key' | 'conversationId' | 'features'> & {
  readonly features: Pick<Features, 'guesses' | 'concepts'>;
};

const lineFeatures = featuresSchema.pick({ guesses: true, concepts: true });

/** Nobody else gathers until the end of the transaction. */
export async function holdQuestions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('learning.questions'))`.execute(tx.sql);
}

/** Of these keys, those that are kept already. */
export async function keysKept(reader: Reader, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await reader.sql
    .selectFrom('learning_questions')
    .select('key')
    .where('key', 'in', [...keys])
    .execute();
  return new Set(rows.map((row) => row.key));
}

/** Keeps questions, with where a model of this name put those that it told of. */
export async function insertQuestions(
  tx: Tx,
  questions: readonly QuestionRecord[],
  by: { name: string; directions: ReadonlyMap<string, Buffer> } | null,
): Promise<void> {
  if (questions.length === 0) return;
  const directionOf = (id: string) => by?.directions.get(id) ?? null;
  await tx.sql
    .insertInto('learning_questions')
    .values(
      questions.map((it) => ({
        id: it.id,
        key: it.key,
        cause: it.cause,
        conversation_id: it.conversationId,
        locale: it.locale,
        text: it.text,
        features: JSON.stringify(it.features),
        cluster_id: it.clusterId,
        asked_at: it.askedAt,
        embedding: directionOf(it.id),
        embedded_by: directionOf(it.id) && (by?.name ?? null),
      })),
    )
    .onConflict((of) => of.column('key').doNothing())
    .execute();
}

/** By what questions that are in clusters are told, the oldest first; their directions by the model of this name alone. */
export async function listPlaced(
  reader: Reader,
  name: string | null,
): Promise<Array<{ id: string; features: Features; clusterId: string; direction: Buffer | null }>> {
  const rows = await reader.sql
    .selectFrom('learning_questions')
    .select(['id', 'features', 'cluster_id'])
    .select(sql<Buffer | null>`case when embedded_by = ${name} then embedding end`.as('direction'))
    .where('cluster_id', 'is not', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    // What an earlier release kept may have another shape: then it tells nothing.
    const features = featuresSchema.safeParse(row.features);
    return features.success && row.cluster_id !== null
      ? [{ id: row.id, features: features.data, clusterId: row.cluster_id, direction: row.direction }]
      : [];
  });
}

/** Questions that no model of this name has told of, the last first. */
export function listUnembedded(
  reader: Reader,
  name: string,
  limit: number,
): Promise<Array<{ id: string; text: string }>> {
  return reader.sql
    .selectFrom('learning_questions')
    .select(['id', 'text'])
    .where(sql<boolean>`embedded_by is distinct from ${name}`)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Keeps where a model of this name put questions that are kept already. */
export async function keepEmbeddings(
  tx: Tx,
  name: string,
  directions: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const rows = [...directions];
  await sql`
    update learning_questions set embedding = told.direction, embedded_by = ${name}
    from unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, direction]) => direction)}::bytea[]) as told (id, direction)
    where learning_questions.id = told.id
  `.execute(tx.sql);
}

/** Questions in clusters, or in one of them, the last first. */
export async function listQuestions(reader: Reader, clusterId?: string): Promise<QuestionLine[]> {
  let query = reader.sql
    .selectFrom('learning_questions')
    .select(['id', 'cause', 'locale', 'text', 'cluster_id', 'asked_at'])
    .select(sql`features - 'parts' - 'leanings'`.as('features'))
    .where('cluster_id', 'is not', null)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc');
  if (clusterId !== undefined) query = query.where('cluster_id', '=', clusterId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    cause: row.cause as QuestionCause,
    locale: row.locale as Locale,
    text: row.text,
    features: lineFeatures.safeParse(row.features).data ?? { guesses: [], concepts: [] },
    clusterId: row.cluster_id,
    askedAt: row.asked_at,
  }));
}

/** Forgets what was asked before a moment, and of the rest all but the last so many. */
export async function forgetQuestions(tx: Tx, before: Date, keep: number): Promise<void> {
  await sql`
    delete from learning_questions where asked_at < ${before}
      or id in (select id from learning_questions order by asked_at desc, id desc offset ${keep})
  `.execute(tx.sql);
}
