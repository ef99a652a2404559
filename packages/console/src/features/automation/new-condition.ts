import type { RuleCondition, RuleConditionField } from '@fairlead/contract';

/** The fields that conditions can be about, in the order in which they are offered. */
export const conditionFields = [
  'category',
  'priority',
  'status',
  'hours',
  'team',
  'assigned',
  'assignee',
  'tags',
  'subject',
  'text',
  'amount',
  'asset',
  'form',
  'tier',
  'verified',
  'language',
  'channel',
  'source',
  'status_before',
  'priority_before',
  'score',
  'back_office',
] as const satisfies readonly RuleConditionField[];

/** A condition about a field, in which what it must be is still to be said. */
export function newCondition(field: RuleConditionField): RuleCondition {
  switch (field) {
    case 'verified':
    case 'assigned':
    case 'back_office':
      return { field, is: true };
    case 'subject':
    case 'text':
      return { field, is: 'contains', words: [] };
    case 'amount':
      return { field, is: 'at_least', amount: 1000 };
    case 'form':
      return { field, key: 'network', is: 'in', values: [] };
    case 'hours':
      return { field, since: 'status', is: 'at_least', hours: 24 };
    case 'score':
      return { field, is: 'at_most', score: 2 };
    default:
      return { field, is: 'in', values: [] };
  }
}
