import { activeStatuses } from './ticket-status.ts';
import type { DefaultView, SortDirection, TicketSort, ViewCondition, ViewFilter } from './ticket-views.ts';

const workedOn: ViewCondition = { field: 'status', in: [...activeStatuses] };
const week = 7 * 24;

/** What the views that everybody has hold. */
export const defaultFilters: Readonly<Record<DefaultView, ViewFilter>> = {
  mine: { all: [{ field: 'mine' }, workedOn], any: [] },
  unassigned: { all: [{ field: 'my_teams' }, { field: 'unassigned' }, workedOn], any: [] },
  open: { all: [workedOn], any: [] },
  followed: { all: [{ field: 'followed' }, workedOn], any: [] },
  breached: { all: [{ field: 'breached' }], any: [] },
  due_soon: { all: [{ field: 'due', hours: 1 }], any: [] },
  solved: {
    all: [
      { field: 'status', in: ['solved'] },
      { field: 'solved', age: 'within', hours: week },
    ],
    any: [],
  },
};

/** How a view that everybody has is sorted unless somebody asks otherwise; the usual order where none is asked for. */
export function defaultOrderOf(view?: DefaultView): { sort: TicketSort; direction: SortDirection } {
  const due = view === 'breached' || view === 'due_soon';
  return due ? { sort: 'due', direction: 'asc' } : { sort: 'updated', direction: 'desc' };
}
