import type { ActionResult, TicketAction } from '@fairlead/contract';
import { Failure, fail } from '../../platform/fail.ts';
import { decidePlain, isPlain } from './action-rules.ts';
import { mayHaveChildren } from './create-ticket.ts';
import type { TicketRecord } from './ticket.ts';
import { refuseClosed } from './ticket-rules.ts';

/**
 * What actions would make of a ticket, and whether each would be done: pure, as far as the ticket alone can tell. That teams and agents are
 * there, that no child is waited for, and that no placeholder is empty, is known only when they are done.
 */
export function planActions(
  before: TicketRecord,
  actions: readonly TicketAction[],
  now: Date,
): { after: TicketRecord; results: ActionResult[] } {
  let after = before;
  const results = new Map<TicketAction, ActionResult>();
  for (const action of [...actions.filter(isPlain), ...actions.filter((it) => !isPlain(it))]) {
    try {
      const next = isPlain(action) ? decidePlain(after, action, now) : planned(after, action);
      results.set(action, { do: action.do, changed: !isPlain(action) || next !== after, refused: null });
      after = next;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { code, params } = error;
      results.set(action, { do: action.do, changed: false, refused: { code, params } });
    }
  }
  return { after, results: actions.flatMap((action) => results.get(action) ?? []) };
}

function planned(ticket: TicketRecord, action: TicketAction): TicketRecord {
  if (action.do === 'reply' && ticket.conversationId === null) throw fail('ticket.no_thread');
  if (action.do === 'open_child' && !mayHaveChildren(ticket)) throw fail('ticket.parent_refused');
  if (action.do === 'add_followers' || action.do === 'notify') refuseClosed(ticket);
  return ticket;
}
