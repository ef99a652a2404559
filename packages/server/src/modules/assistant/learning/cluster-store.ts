import type { ClusterState } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';

export interface ClusterRecord {
  readonly id: string;
  readonly state: ClusterState;
  readonly articleId: string | null;
}

interface Row {
  id: string;
  state: string;
  article_id: string | null;
}

const recordOf = (row: Row): ClusterRecord => ({
  id: row.id,
  state: row.state as ClusterState,
  articleId: row.article_id,
});

export async function insertClusters(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .insertInto('learning_clusters')
    .values(ids.map((id) => ({ id, created_at: tx.now })))
    .execute();
}

export async function listClusters(reader: Reader): Promise<ClusterRecord[]> {
  const rows = await reader.sql
    .selectFrom('learning_clusters')
    .select(['id', 'state', 'article_id'])
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** One, held to the end of the transaction where `hold` says so. */
export async function findCluster(
  reader: Reader,
  id: string,
  hold = false,
): Promise<ClusterRecord | undefined> {
  let query = reader.sql
    .selectFrom('learning_clusters')
    .select(['id', 'state', 'article_id'])
    .where('id', '=', id);
  if (hold) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && recordOf(row);
}

/** Says how far the work is; false where there is no such cluster. */
export async function putClusterState(
  tx: Tx,
  id: string,
  change: { state: ClusterState; agentId: string; articleId?: string },
): Promise<boolean> {
  const row = await tx.sql
    .updateTable('learning_clusters')
    .set({
      state: change.state,
      changed_by: change.agentId,
      changed_at: tx.now,
      ...(change.articleId === undefined ? {} : { article_id: change.articleId }),
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets clusters of which no question is kept any more. */
export async function forgetEmptyClusters(tx: Tx): Promise<void> {
  await sql`
    delete from learning_clusters where not exists (
      select 1 from learning_questions where cluster_id = learning_clusters.id
    )
  `.execute(tx.sql);
}
