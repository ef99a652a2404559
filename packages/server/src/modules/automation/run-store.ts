import {
  actionResult,
  category,
  runOccasion,
  runOutcome,
  ticketPriority,
  ticketStatus,
} from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AutomationRuns } from '../../platform/database/database-types.ts';
import { type TicketScope, ticketsReached } from '../tickets/index.ts';
import type { RunRecord } from './rule.ts';

const moment = z.coerce.date();
const restorable = z.object({
  status: ticketStatus,
  statusAt: moment,
  solvedAt: moment.nullable(),
  closedAt: moment.nullable(),
  reopenedCount: z.number().int(),
  priority: ticketPriority,
  // Runs from before it was kept are taken back as they were then: with a priority that stays.
  prioritySet: z.boolean().default(true),
  category,
  teamId: z.uuid().nullable(),
  assigneeId: z.uuid().nullable(),
  tags: z.array(z.string()),
});

const recordOf = (row: Selectable<AutomationRuns>): RunRecord => ({
  id: row.id,
  ticketId: row.ticket_id,
  ruleId: row.rule_id,
  ruleName: row.rule_name,
  occasion: row.occasion,
  kind: runOccasion.parse(row.kind),
  outcome: runOutcome.parse(row.outcome),
  results: z.array(actionResult).parse(row.results),
  before: restorable.nullable().parse(row.before),
  after: restorable.nullable().parse(row.after),
  ranAt: row.ran_at,
  undoneAt: row.undone_at,
});

export async function insertRun(tx: Tx, run: RunRecord): Promise<void> {
  await tx.sql
    .insertInto('automation_runs')
    .values({
      id: run.id,
      ticket_id: run.ticketId,
      rule_id: run.ruleId,
      rule_name: run.ruleName,
      occasion: run.occasion,
      kind: run.kind,
      outcome: run.outcome,
      results: JSON.stringify(run.results),
      before: run.before && JSON.stringify(run.before),
      after: run.after && JSON.stringify(run.after),
      ran_at: run.ranAt,
    })
    .execute();
}

/** What a rule is run for once. */
interface Once {
  readonly ticketId: string;
  readonly occasion: string;
}

/** Those of these for which a rule has been run. */
export async function listDone(reader: Reader, ruleId: string, of: readonly Once[]): Promise<Once[]> {
  if (of.length === 0) return [];
  const { rows } = await sql<{ ticket_id: string; occasion: string }>`
    select r.ticket_id, r.occasion from automation_runs r
    join unnest(${of.map((it) => it.ticketId)}::uuid[], ${of.map((it) => it.occasion)}::text[]) as it (ticket_id, occasion)
      on it.ticket_id = r.ticket_id and it.occasion = r.occasion
    where r.rule_id = ${ruleId}
  `.execute(reader.sql);
  return rows.map((row) => ({ ticketId: row.ticket_id, occasion: row.occasion }));
}

/** The rules that were run on a ticket for an occasion, in their order. */
export async function listRulesRun(reader: Reader, ticketId: string, occasion: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('automation_runs')
    .select('rule_id')
    .where('ticket_id', '=', ticketId)
    .where('occasion', '=', occasion)
    .where('outcome', '<>', 'cut')
    .orderBy('ran_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.rule_id);
}

/** How often a rule has been run on a ticket since a moment. */
export async function countRunsSince(
  reader: Reader,
  { ticketId, ruleId }: { ticketId: string; ruleId: string },
  since: Date,
): Promise<number> {
  const row = await reader.sql
    .selectFrom('automation_runs')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('ticket_id', '=', ticketId)
    .where('rule_id', '=', ruleId)
    .where('ran_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How often each rule was run since a moment, and when it was last. Rules that were not are absent. */
export async function countRunsOfRules(
  reader: Reader,
  since: Date,
): Promise<Map<string, { runs: number; lastRunAt: Date }>> {
  const { rows } = await sql<{ rule_id: string; runs: number; last: Date }>`
    select r.id as rule_id, of_rule.runs, last.ran_at as last from automation_rules r
    cross join lateral (select ran_at from automation_runs where rule_id = r.id order by ran_at desc limit 1) last
    cross join lateral (
      select count(*) as runs from automation_runs where rule_id = r.id and ran_at > ${since} and outcome <> 'cut'
    ) of_rule
  `.execute(reader.sql);
  return new Map(rows.map((row) => [row.rule_id, { runs: row.runs, lastRunAt: row.last }]));
}

/** Where a page of runs begins: after this one. */
export type RunPlace = Pick<RunRecord, 'id' | 'ranAt'>;

/** Runs on tickets within reach, latest first. */
export async function listRuns(
  reader: Reader,
  scope: TicketScope,
  wanted: { ruleId?: string | undefined; outcome?: string | undefined; ticketId?: string | undefined },
  page: { after: RunPlace | null; limit: number },
): Promise<RunRecord[]> {
  const { after, limit } = page;
  const conditions = [
    ticketsReached(scope),
    ...(wanted.ruleId ? [sql`r.rule_id = ${wanted.ruleId}::uuid`] : []),
    ...(wanted.outcome ? [sql`r.outcome = ${wanted.outcome}`] : []),
    ...(wanted.ticketId ? [sql`r.ticket_id = ${wanted.ticketId}::uuid`] : []),
    ...(after ? [sql`(r.ran_at, r.id) < (${after.ranAt}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Selectable<AutomationRuns>>`
    select r.* from automation_runs r join tickets t on t.id = r.ticket_id
    where ${sql.join(conditions, sql` and `)} order by r.ran_at desc, r.id desc limit ${limit}
  `.execute(reader.sql);
  return rows.map(recordOf);
}

/** A run, held until the end of the transaction. */
export async function lockRun(tx: Tx, id: string): Promise<RunRecord | undefined> {
  const row = await tx.sql
    .selectFrom('automation_runs')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await tx.sql.updateTable('automation_runs').set({ undone_at: tx.now }).where('id', '=', id).execute();
}
