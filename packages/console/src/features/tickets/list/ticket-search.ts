import {
  type Category,
  type Channel,
  categories,
  channels,
  type TicketPriority,
  type TicketStatus,
  ticketPriority,
  ticketSort,
  ticketStatus,
  type ViewCondition,
} from '@fairlead/contract';
import type { TicketQuery } from '../../../live/ticket-list-state.ts';

/** What the address of the list says; `assignee` and `team` are ids, `assignee` may be `me` or `nobody`. */
export interface TicketSearch {
  view?: string;
  q?: string;
  status?: TicketStatus;
  priority?: TicketPriority;
  category?: Category;
  team?: string;
  assignee?: string;
  language?: string;
  channel?: Channel;
  /** `updated`, or `-updated` for the latest first. */
  sort?: string;
}

const filterKeys = ['status', 'priority', 'category', 'team', 'assignee', 'language', 'channel'] as const;

/** Reads the address; what it does not know is left out. */
export function ticketSearch(raw: Record<string, unknown>): TicketSearch {
  const text = (name: string) => {
    const value = raw[name];
    // The router reads `?q=1042` as a number.
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === raw[name]);
  const all = {
    view: text('view'),
    q: text('q'),
    status: oneOf('status', ticketStatus.options),
    priority: oneOf('priority', ticketPriority.options),
    category: oneOf('category', categories),
    team: text('team'),
    assignee: text('assignee'),
    language: text('language'),
    channel: oneOf('channel', channels),
    sort: oneOf(
      'sort',
      ticketSort.options.flatMap((sort) => [sort, `-${sort}`]),
    ),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Whether the address narrows the view. */
export const isFiltered = (search: TicketSearch): boolean =>
  Boolean(search.q) || filterKeys.some((key) => search[key] !== undefined);

/** The address without what narrows the view. */
export function withoutFilters({ view, sort }: TicketSearch): TicketSearch {
  return { ...(view ? { view } : {}), ...(sort ? { sort } : {}) };
}

/** What the list is asked for. A search looks everywhere, since who searches rarely knows the view. */
export function queryOf(search: TicketSearch): TicketQuery {
  const all: ViewCondition[] = [];
  const { q, view = 'mine', status, priority, category, team, assignee, language, channel, sort } = search;
  if (status) all.push({ field: 'status', in: [status] });
  if (priority) all.push({ field: 'priority', in: [priority] });
  if (category) all.push({ field: 'category', in: [category] });
  if (team) all.push({ field: 'team', in: [team] });
  if (assignee === 'me') all.push({ field: 'mine' });
  else if (assignee === 'nobody') all.push({ field: 'unassigned' });
  else if (assignee) all.push({ field: 'assignee', in: [assignee] });
  if (language) all.push({ field: 'language', in: [language] });
  if (channel) all.push({ field: 'channel', in: [channel] });
  const order = sort ? ticketSort.options.find((it) => sort === it || sort === `-${it}`) : undefined;
  return {
    ...(q ? { q } : { view }),
    ...(all.length > 0 ? { filter: { all, any: [] } } : {}),
    ...(order ? { sort: order, direction: sort?.startsWith('-') ? 'desc' : 'asc' } : {}),
  };
}
