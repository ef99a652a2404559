import type { RunOccasion, RunOutcome } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { applyActions, lockTickets, type Restorable, type TicketRecord } from '../tickets/index.ts';
import { causeOf, hearing } from './cause-chain.ts';
import { fits } from './condition-rules.ts';
import { type Look, readFacts } from './read-facts.ts';
import type { RuleRecord, RunRecord } from './rule.ts';
import { countRunsSince, insertRun, listDone, listRulesRun } from './run-store.ts';

const hour = 3_600_000;
/** Runs of one rule on one ticket within an hour that the product's own doings may bring about. */
const mostInAnHour = 10;

/** What a rule is run for. */
export interface RunOrder extends Omit<Look, 'ticket' | 'at'> {
  readonly ticketId: string;
  /** What it is done once for. */
  readonly once: string;
  readonly kind: RunOccasion;
  /** What was heard of; null where time has passed. */
  readonly heard: Pick<Event, 'cause' | 'actor'> | null;
}

/**
 * Runs a rule on a ticket, once for an occasion, if the ticket fits as it is now. What it does and that it did it are one transaction.
 * A rule that hears its own doing does nothing; one that is called in a circle, or by too long a chain, is logged as cut. True if it ran.
 */
export async function runRule(
  tx: Tx,
  platform: Platform,
  rule: RuleRecord,
  order: RunOrder,
): Promise<boolean> {
  const { ticketId, once, heard } = order;
  const hears = hearing(rule.id, heard?.cause ?? null);
  if (hears === 'own') return false;
  const ticket = (await lockTickets(tx, [ticketId])).get(ticketId);
  if (!ticket || ticket.mergedIntoId) return false;
  if ((await listDone(tx, rule.id, [{ ticketId, occasion: once }])).length > 0) return false;
  const [facts] = await readFacts(tx, rule.conditions, [{ ...order, ticket, at: tx.now }]);
  // As it is now, whatever its story says.
  if (!facts || !fits(rule.conditions, { ...facts, ticket })) return false;
  const record = {
    id: newId(),
    ticketId,
    ruleId: rule.id,
    ruleName: rule.name,
    occasion: once,
    kind: order.kind,
    ranAt: tx.now,
    undoneAt: null,
  };
  if (hears === 'cut' || (await isTooOften(tx, rule, order))) {
    await insertRun(tx, { ...record, outcome: 'cut', results: [], before: null, after: null });
    return false;
  }
  const { before, after, results } = await applyActions(
    tx,
    platform,
    system('automation'),
    ticketId,
    rule.actions,
    {
      cause: causeOf(rule.id, heard?.cause ?? null, heard ? await listRulesRun(tx, ticketId, once) : []),
      author: { id: rule.id, name: rule.name },
      key: `run:${record.id}`,
    },
  );
  await insertRun(tx, { ...record, results, outcome: outcomeOf(results), ...standings(before, after) });
  return true;
}

/** What people do may be as often as it likes; what the product does by itself may be a circle that no chain tells of. */
async function isTooOften(tx: Tx, rule: RuleRecord, { ticketId, heard }: RunOrder): Promise<boolean> {
  if (heard?.actor.type !== 'system') return false;
  const since = new Date(tx.now.getTime() - hour);
  return (await countRunsSince(tx, { ticketId, ruleId: rule.id }, since)) >= mostInAnHour;
}

function outcomeOf(results: RunRecord['results']): RunOutcome {
  const refused = results.filter((it) => it.refused !== null).length;
  if (refused === 0) return 'done';
  return refused === results.length ? 'refused' : 'partly';
}

/** How it stood before and after, where that is not the same. */
function standings(before: TicketRecord, after: TicketRecord): Pick<RunRecord, 'before' | 'after'> {
  const [was, is] = [restorableOf(before), restorableOf(after)];
  return JSON.stringify(was) === JSON.stringify(is)
    ? { before: null, after: null }
    : { before: was, after: is };
}

const restorableOf = (ticket: TicketRecord): Restorable => ({
  status: ticket.status,
  statusAt: ticket.statusAt,
  solvedAt: ticket.solvedAt,
  closedAt: ticket.closedAt,
  reopenedCount: ticket.reopenedCount,
  priority: ticket.priority,
  prioritySet: ticket.prioritySet,
  category: ticket.category,
  teamId: ticket.teamId,
  assigneeId: ticket.assigneeId,
  tags: ticket.tags,
});
