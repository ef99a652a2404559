import { maximumTags, type TicketAction } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import { withEntry } from './change-checklist.ts';
import type { TicketRecord } from './ticket.ts';
import { decideStatus, refuseClosed } from './ticket-rules.ts';

/** Actions that change nothing but the ticket itself; the others write words or open another ticket. */
export type PlainAction = Extract<
  TicketAction,
  {
    do:
      | 'set_status'
      | 'set_priority'
      | 'set_category'
      | 'set_team'
      | 'set_assignee'
      | 'add_tags'
      | 'remove_tags'
      | 'add_checklist';
  }
>;

const effects: ReadonlySet<TicketAction['do']> = new Set([
  'add_followers',
  'write_note',
  'reply',
  'notify',
  'open_child',
]);

export const isPlain = (action: TicketAction): action is PlainAction => !effects.has(action.do);

/**
 * What an action makes of a ticket; the ticket itself where it is so already. It does not know whether teams and agents are there.
 * Throws why it cannot be done: `ticket.closed`, `ticket.move_refused`, `ticket.too_many_tags`, `ticket.checklist_full`.
 */
export function decidePlain(before: TicketRecord, action: PlainAction, now: Date): TicketRecord {
  if (action.do === 'set_status') return decideStatus(before, action.status, now) ?? before;
  refuseClosed(before);
  switch (action.do) {
    case 'set_priority':
      // Chosen, it no longer follows what is at risk.
      return before.priority === action.priority && before.prioritySet
        ? before
        : { ...before, priority: action.priority, prioritySet: true };
    case 'set_category': {
      // What it holds stays: evidence is not lost by sorting anew.
      const { category } = action;
      return before.category === category ? before : { ...before, category };
    }
    case 'set_team':
      return before.teamId === action.teamId
        ? before
        : { ...before, teamId: action.teamId, assigneeId: null };
    case 'set_assignee':
      return before.assigneeId === action.agentId ? before : { ...before, assigneeId: action.agentId };
    case 'add_tags':
      return tagged(before, [...new Set([...before.tags, ...action.tags])]);
    case 'remove_tags':
      return tagged(
        before,
        before.tags.filter((tag) => !action.tags.includes(tag)),
      );
    case 'add_checklist': {
      const there = new Set(before.checklist.map((entry) => entry.text));
      const added = action.entries.filter((text) => !there.has(text));
      if (added.length === 0) return before;
      return { ...before, checklist: added.reduce<TicketRecord['checklist']>(withEntry, before.checklist) };
    }
  }
}

function tagged(before: TicketRecord, tags: readonly string[]): TicketRecord {
  if (tags.length === before.tags.length) return before;
  if (tags.length > maximumTags) throw fail('ticket.too_many_tags', { maximum: maximumTags });
  return { ...before, tags };
}
