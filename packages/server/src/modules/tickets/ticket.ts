import type {
  Category,
  Channel,
  checklistEntry,
  Locale,
  TicketFields,
  TicketPriority,
  TicketSource,
  TicketStatus,
} from '@fairlead/contract';
import type { z } from 'zod';

export type ChecklistEntry = z.infer<typeof checklistEntry>;

/** A ticket as this module thinks of it. Use cases make a changed copy and save it. */
export interface TicketRecord {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly subject: string;
  readonly category: Category;
  readonly priority: TicketPriority;
  /** A person or a rule chose it; otherwise it follows what is at risk. */
  readonly prioritySet: boolean;
  readonly status: TicketStatus;
  /** Since when it has its status. */
  readonly statusAt: Date;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly followerIds: readonly string[];
  readonly tags: readonly string[];
  readonly customerId: string | null;
  readonly conversationId: string | null;
  /** Where its conversation stands. */
  readonly threadTeamId: string | null;
  readonly threadAssigneeId: string | null;
  readonly parentId: string | null;
  readonly parentWaits: boolean;
  readonly followsId: string | null;
  readonly language: string;
  readonly locale: Locale;
  readonly channel: Channel | null;
  readonly source: TicketSource;
  readonly fields: TicketFields;
  readonly checklist: readonly ChecklistEntry[];
  readonly commentCount: number;
  /** Letters of side conversations that its agent has not seen. */
  readonly sideUnread: number;
  readonly isTracker: boolean;
  /** When the soonest promise on it is due; the module sla keeps it up. */
  readonly dueAt: Date | null;
  readonly mergedIntoId: string | null;
  readonly reopenedCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly solvedAt: Date | null;
  readonly closedAt: Date | null;
}

/** Where a conversation stands, as far as its ticket goes along. */
export interface ThreadStanding {
  readonly teamId: string;
  /** Null while nobody has taken it up. */
  readonly assigneeId: string | null;
}
