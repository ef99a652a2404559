import { sql } from 'kysely';
import type { Reader, Tx } from '../database/database.ts';

/** The queue into which pg-boss moves, in the statement that fails it, a job that used up its attempts. Nobody works on it. */
export const deadJobs = 'dead-letters';
/** Kept until somebody decides: pg-boss would remove a job that waits for longer. In seconds, about the longest it can count. */
export const deadJobRetention = 60 * 365 * 24 * 3_600;

/** A job that was given up. */
export interface DeadJob {
  id: string;
  name: string;
  sourceId: string;
  error: string;
  attempts: number;
  orderedAt: Date;
  failedAt: Date;
}

/** The jobs that were given up, newest first. */
export async function listDeadJobs(reader: Reader, limit: number): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select id, source_name as name, source_id as "sourceId", source_created_on as "orderedAt", created_on as "failedAt",
      source_retry_count + 1 as attempts,
      coalesce(source_output ->> 'error', source_output #>> '{value,message}', source_output ->> 'message', '') as error
    from pgboss.job where name = ${deadJobs} and state = 'created' order by created_on desc limit ${limit}
  `.execute(reader.sql);
  return rows;
}

/** The data of all jobs of a name that were given up. */
export async function deadJobsOf(reader: Reader, name: string): Promise<unknown[]> {
  const { rows } = await sql<{ data: unknown }>`
    select data from pgboss.job where name = ${deadJobs} and state = 'created' and source_name = ${name}
  `.execute(reader.sql);
  return rows.map((row) => row.data);
}

/** Takes a job off the list; undefined if it is not there. */
export async function takeDeadJob(tx: Tx, id: string): Promise<{ name: string; data: unknown } | undefined> {
  const { rows } = await sql<{ name: string; data: unknown }>`
    delete from pgboss.job where name = ${deadJobs} and state = 'created' and id = ${id}
    returning source_name as name, data
  `.execute(tx.sql);
  return rows[0];
}
