import { type TicketAction, ticketAction, unknownPlaceholders } from '@fairlead/contract';

/** What is wrong with one part of a rule or macro: something is not said yet, or a text names placeholders that there are none of. */
export type Problem = 'incomplete' | { placeholders: string[] };

/** What is wrong with an action; null where nothing is. */
export function problemOfAction(action: TicketAction): Problem | null {
  const placeholders = unknownPlaceholders(textsOf(action).join('\n'));
  if (placeholders.length > 0) return { placeholders };
  return ticketAction.safeParse(action).success ? null : 'incomplete';
}

function textsOf(action: TicketAction): string[] {
  if (action.do === 'reply') return Object.values(action.texts);
  if (action.do === 'open_child') return [action.subject];
  return 'text' in action ? [action.text] : [];
}
