import { activeStatuses } from './ticket-status.ts';
import type { DefaultView, ViewCondition, ViewFilter } from './ticket-views.ts';

const workedOn: ViewCondition = { field: 'status', in: [...activeStatuses] };
const week = 7 * 24;

/** What the views that everybody has hold. */
export const defaultFilters: Readonly<Record<DefaultView, ViewFilter>> = {
  mine: { all: [{ field: 'mine' }, workedOn], any: [] },
  unassigned: { all: [{ field: 'my_teams' }, { field: 'unassigned' }, workedOn], any: [] },
  open: { all: [workedOn], any: [] },
  followed: { all: [{ field: 'followed' }, workedOn], any: [] },
  solved: {
    all: [
      { field: 'status', in: ['solved'] },
      { field: 'solved', age: 'within', hours: week },
    ],
    any: [],
  },
};
