import { category, ticketPriority, ticketStatus } from '@fairlead/contract';
import { z } from 'zod';
import type { Tx } from '../../platform/database/database.ts';

const moment = z.coerce.date();
/** How a ticket stood before a bulk edit, as far as one can change it, and when it was changed. */
const bulkEdit = z.object({
  id: z.uuid(),
  /** The moment of the edit: a ticket that was changed later is left alone. */
  editedAt: moment,
  before: z.object({
    status: ticketStatus,
    statusAt: moment,
    solvedAt: moment.nullable(),
    closedAt: moment.nullable(),
    reopenedCount: z.number().int(),
    priority: ticketPriority,
    // Edits from before it was kept are taken back as they were then: with a priority that stays.
    prioritySet: z.boolean().default(true),
    category,
    teamId: z.uuid().nullable(),
    assigneeId: z.uuid().nullable(),
    tags: z.array(z.string()),
  }),
});
type BulkEdit = z.infer<typeof bulkEdit>;

export interface BulkRecord {
  readonly id: string;
  readonly agentId: string;
  readonly editedAt: Date;
  readonly edits: readonly BulkEdit[];
  readonly undone: boolean;
}

export async function insertBulk(tx: Tx, record: Omit<BulkRecord, 'undone'>): Promise<void> {
  await tx.sql
    .insertInto('ticket_bulk_edits')
    .values({
      id: record.id,
      agent_id: record.agentId,
      edited_at: record.editedAt,
      edits: JSON.stringify(record.edits),
    })
    .execute();
}

/** A bulk edit, held until the end of the transaction; undefined if there is none. */
export async function lockBulk(tx: Tx, id: string): Promise<BulkRecord | undefined> {
  const row = await tx.sql
    .selectFrom('ticket_bulk_edits')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      agentId: row.agent_id,
      editedAt: row.edited_at,
      edits: z.array(bulkEdit).parse(row.edits),
      undone: row.undone_at !== null,
    }
  );
}

export async function markBulkUndone(tx: Tx, id: string): Promise<void> {
  await tx.sql.updateTable('ticket_bulk_edits').set({ undone_at: tx.now }).where('id', '=', id).execute();
}

/** Forgets bulk edits that can no longer be taken back. */
export async function removeOldBulks(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('ticket_bulk_edits').where('edited_at', '<', before).execute();
}
