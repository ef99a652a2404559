import type { FreezeReason, FreezeState } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';

/** An account that is frozen at the exchange, or is to be. */
export interface FreezeRecord {
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string | null;
  readonly reason: FreezeReason;
  readonly note: string;
  readonly state: FreezeState;
  /** Null: the customer themselves. */
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly frozenAt: Date | null;
}

/** A second person agrees. Throws `freeze.decided`, `freeze.own`. */
export function decideApproval(record: FreezeRecord, by: string, at: Date): FreezeRecord {
  if (record.state !== 'waiting') throw fail('freeze.decided');
  if (record.requestedBy === by) throw fail('freeze.own');
  return { ...record, state: 'approved', decidedBy: by, decidedAt: at };
}

/** A second person does not agree, or who asked takes it back. Throws `freeze.decided`. */
export function decideRefusal(record: FreezeRecord, by: string, at: Date): FreezeRecord {
  if (record.state !== 'waiting') throw fail('freeze.decided');
  return { ...record, state: 'refused', decidedBy: by, decidedAt: at };
}
