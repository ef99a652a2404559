import {
  type Category,
  defaultFilters,
  defaultOrderOf,
  defaultViews,
  isActiveStatus,
  type Ticket,
  type TicketSort,
  ticketPriority,
  topCategoryOf,
  type ViewCondition,
  type ViewFilter,
} from '@fairlead/contract';

/** What a list of tickets was asked for, as the endpoint `tickets.list` takes it. */
export interface TicketQuery {
  /** One that everybody has, or a saved one's id. */
  readonly view?: string | undefined;
  readonly filter?: ViewFilter | undefined;
  readonly customerId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: TicketSort | undefined;
  readonly direction?: 'asc' | 'desc' | undefined;
}

/** What a saved view holds and how it is sorted. */
export type ViewRule = { filter: ViewFilter; sort: TicketSort; direction: 'asc' | 'desc' };

/** A list of tickets as far as it is loaded. */
export interface TicketListState {
  readonly query: TicketQuery;
  /** That of the query's view; null while it is not known. */
  readonly rule: ViewRule | null;
  readonly items: readonly Ticket[];
  /** No page follows. */
  readonly complete: boolean;
  /** Something happened that only the server can place: fetch it again. */
  readonly stale: boolean;
}

/** Who looks at a list. */
export interface TicketViewer {
  readonly agentId: string;
  readonly teamIds: readonly string[];
  /** When they look, in milliseconds. */
  readonly now: number;
}

/** What a view holds: null for a saved one that is not among `saved`. Everything, where no view is asked for. */
export function ruleOf(
  view: string | undefined,
  saved: readonly (ViewRule & { id: string })[],
): ViewRule | null {
  if (view === undefined) return { filter: { all: [], any: [] }, ...defaultOrderOf() };
  const own = defaultViews.find((name) => name === view);
  return own
    ? { filter: defaultFilters[own], ...defaultOrderOf(own) }
    : (saved.find(({ id }) => id === view) ?? null);
}

/** Whether a ticket fits a filter, as of its last change. */
export function fits(filter: ViewFilter, ticket: Ticket, viewer: TicketViewer): boolean {
  const meets = (condition: ViewCondition) => meetsOne(condition, ticket, viewer);
  return filter.all.every(meets) && (filter.any.length === 0 || filter.any.some(meets));
}

function meetsOne(
  condition: ViewCondition,
  ticket: Ticket,
  { agentId, teamIds, now }: TicketViewer,
): boolean {
  const among = (wanted: readonly string[], value: string | null) => value !== null && wanted.includes(value);
  switch (condition.field) {
    case 'status':
    case 'priority':
    case 'language':
    case 'channel':
      return among(condition.in, ticket[condition.field]);
    case 'category':
      return inCategory(condition.in, ticket.category);
    case 'team':
      return among(condition.in, ticket.teamId);
    case 'assignee':
      return among(condition.in, ticket.assigneeId);
    case 'tags':
      return condition.in.some((tag) => ticket.tags.includes(tag));
    case 'mine':
      return ticket.assigneeId === agentId;
    case 'followed':
      return ticket.followerIds.includes(agentId);
    case 'my_teams':
      return among(teamIds, ticket.teamId);
    case 'unassigned':
      return ticket.assigneeId === null;
    case 'tracker':
      return ticket.isTracker;
    case 'breached':
      return ticket.dueAt !== null && Date.parse(ticket.dueAt) <= now;
    case 'due': {
      const due = ticket.dueAt === null ? 0 : Date.parse(ticket.dueAt);
      return due > now && due <= now + condition.hours * 3_600_000;
    }
    case 'created':
    case 'updated':
    case 'solved': {
      const moment = ticket[`${condition.field}At`];
      if (moment === null) return false;
      const age = Date.parse(ticket.updatedAt) - Date.parse(moment);
      return age <= condition.hours * 3_600_000 === (condition.age === 'within');
    }
  }
}

const inCategory = (wanted: readonly Category[], category: Category) =>
  wanted.includes(category) || wanted.includes(topCategoryOf(category));

/** Whether a ticket stands in a list, by the server's own rules; `unknown` where only the server can tell. */
export function belongsTo(
  { query, rule }: Pick<TicketListState, 'query' | 'rule'>,
  ticket: Ticket,
  viewer: TicketViewer,
): boolean | 'unknown' {
  if (query.customerId && query.customerId !== ticket.customer?.id) return false;
  if (query.conversationId && query.conversationId !== ticket.conversationId) return false;
  if (query.filter && !fits(query.filter, ticket, viewer)) return false;
  if (rule && !fits(rule.filter, ticket, viewer)) return false;
  return rule === null || query.q ? 'unknown' : true;
}

const urgencyOf = ({ status, priority }: Ticket) =>
  isActiveStatus(status) ? ticketPriority.options.indexOf(priority) : -1;

/** The order of a list, as the server sorts it. */
export function compareTickets({
  query,
  rule,
}: Pick<TicketListState, 'query' | 'rule'>): (a: Ticket, b: Ticket) => number {
  const sort = query.sort ?? rule?.sort ?? 'updated';
  const way = (query.direction ?? rule?.direction ?? 'desc') === 'desc' ? -1 : 1;
  const keysOf = (ticket: Ticket): (string | number)[] => {
    if (sort === 'created') return [ticket.createdAt, ticket.id];
    // Behind every moment.
    if (sort === 'due') return [ticket.dueAt ?? '~', ticket.id];
    if (sort === 'updated') return [ticket.updatedAt, ticket.id];
    return [urgencyOf(ticket), ticket.updatedAt, ticket.id];
  };
  return (a, b) => {
    const other = keysOf(b);
    for (const [index, key] of keysOf(a).entries()) {
      const against = other[index] ?? '';
      if (key !== against) return key < against ? -way : way;
    }
    return 0;
  };
}

/**
 * A list after a ticket changed: it is put where it now stands in the loaded part, or taken out. Where one falls behind the last that
 * is loaded it is left out: the next page brings it.
 */
export function withTicket(list: TicketListState, ticket: Ticket, viewer: TicketViewer): TicketListState {
  const { items, complete } = list;
  const held = items.find((item) => item.id === ticket.id);
  if (held && held.version > ticket.version) return list;
  const belongs = belongsTo(list, ticket, viewer);
  if (belongs === false) return held ? withoutTicket(list, ticket.id) : list;
  if (belongs === 'unknown') {
    // A search keeps what it found; of a view that is not known only the server can say.
    const stale = list.stale || list.rule === null;
    return held
      ? { ...list, stale, items: items.map((it) => (it === held ? ticket : it)) }
      : { ...list, stale };
  }
  const others = held ? items.filter((item) => item !== held) : items;
  const compare = compareTickets(list);
  const at = others.findIndex((other) => compare(ticket, other) < 0);
  if (at >= 0) return { ...list, items: others.toSpliced(at, 0, ticket) };
  return { ...list, items: complete || others.length === 0 ? [...others, ticket] : others };
}

/** Takes a ticket out. */
export function withoutTicket(list: TicketListState, ticketId: string): TicketListState {
  const items = list.items.filter((item) => item.id !== ticketId);
  return items.length === list.items.length ? list : { ...list, items };
}
