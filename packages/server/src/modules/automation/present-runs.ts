import { type RuleRun, type RunChange, undoMinutes } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { type Restorable, readTickets } from '../tickets/index.ts';
import type { RunRecord } from './rule.ts';

/** Runs as agents see them. */
export async function presentRuns(reader: Reader, runs: readonly RunRecord[]): Promise<RuleRun[]> {
  const tickets = await readTickets(reader, [...new Set(runs.map((it) => it.ticketId))]);
  const known = new Map(tickets.map((it) => [it.id, it]));
  return runs.flatMap((run): RuleRun[] => {
    const ticket = known.get(run.ticketId);
    if (!ticket) return [];
    return [
      {
        id: run.id,
        ruleId: run.ruleId,
        ruleName: run.ruleName,
        ticketId: run.ticketId,
        ticketNumber: ticket.number,
        ticketSubject: ticket.subject,
        at: run.ranAt.toISOString(),
        occasion: run.kind,
        outcome: run.outcome,
        results: [...run.results],
        changes: run.before && run.after ? changesBetween(run.before, run.after) : [],
        undoUntil: undoUntil(run, reader.now),
        undoneAt: run.undoneAt?.toISOString() ?? null,
      },
    ];
  });
}

/** Until when a run can be taken back; null when it cannot. */
function undoUntil({ before, ranAt, undoneAt }: RunRecord, now: Date): string | null {
  const until = new Date(ranAt.getTime() + undoMinutes * 60_000);
  return before && !undoneAt && until > now ? until.toISOString() : null;
}

const fields = {
  status: 'status',
  priority: 'priority',
  category: 'category',
  team: 'teamId',
  assignee: 'assigneeId',
  tags: 'tags',
} as const satisfies Record<RunChange['field'], keyof Restorable>;

/** What lies between two states of a ticket. */
export function changesBetween(before: Restorable, after: Restorable): RunChange[] {
  return (Object.keys(fields) as Array<RunChange['field']>).flatMap((field) => {
    const [was, is] = [plain(before[fields[field]]), plain(after[fields[field]])];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}

const plain = (value: string | null | readonly string[]) =>
  typeof value === 'string' || value === null ? value : [...value];
