import { type ViewCondition, type ViewFilter, viewFilter } from '@fairlead/contract';

export type ConditionField = ViewCondition['field'];

/** What a condition can be about, in the order in which it is offered. */
export const conditionFields: readonly ConditionField[] = [
  'status',
  'priority',
  'category',
  'team',
  'assignee',
  'language',
  'channel',
  'tags',
  'mine',
  'followed',
  'my_teams',
  'unassigned',
  'tracker',
  'created',
  'updated',
  'solved',
  'breached',
  'due',
];

/** A condition about something, with nothing chosen yet. */
export function newCondition(field: ConditionField): ViewCondition {
  switch (field) {
    case 'mine':
    case 'followed':
    case 'my_teams':
    case 'unassigned':
    case 'tracker':
    case 'breached':
      return { field };
    case 'created':
    case 'updated':
    case 'solved':
      return { field, age: 'within', hours: 24 };
    case 'due':
      return { field, hours: 4 };
    default:
      return { field, in: [] };
  }
}

/** Whether a filter may be saved: no condition is left without a choice. */
export const isComplete = (filter: ViewFilter): boolean => viewFilter.safeParse(filter).success;
