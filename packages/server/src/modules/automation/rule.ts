import type { ActionResult, RuleBody, RunOccasion, RunOutcome } from '@fairlead/contract';
import type { Restorable } from '../tickets/index.ts';

/** A rule as this module thinks of it. */
export interface RuleRecord extends RuleBody {
  readonly id: string;
  readonly position: number;
  readonly updatedAt: Date;
  /** When it has last looked through the tickets, where it goes by time. */
  readonly sweptAt: Date | null;
}

/** When a rule was made, to the millisecond: its id begins with it (RFC 9562). */
export const madeAt = ({ id }: Pick<RuleRecord, 'id'>): Date =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

/** What a rule did on a ticket. */
export interface RunRecord {
  readonly id: string;
  readonly ticketId: string;
  readonly ruleId: string;
  readonly ruleName: string;
  /** With rule and ticket, what it is done once for. */
  readonly occasion: string;
  readonly kind: RunOccasion;
  readonly outcome: RunOutcome;
  readonly results: readonly ActionResult[];
  /** How the ticket stood; null where the run changed nothing of that. */
  readonly before: Restorable | null;
  readonly after: Restorable | null;
  readonly ranAt: Date;
  readonly undoneAt: Date | null;
}
