import {
  type RuleBody,
  type RuleCondition,
  ruleBody,
  ruleCondition,
  type TicketAction,
  ticketAction,
  unknownPlaceholders,
} from '@fairlead/contract';

/** What is wrong with one part of a rule: something is not said yet, or a text names placeholders that there are none of. */
export type Problem = 'incomplete' | { placeholders: string[] };

/** What is wrong with a condition; null where nothing is. */
export function problemOfCondition(condition: RuleCondition): Problem | null {
  return ruleCondition.safeParse(condition).success ? null : 'incomplete';
}

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

/** Whether a rule can be saved and tried. */
export const isComplete = (rule: RuleBody): boolean => ruleBody.safeParse(rule).success;
