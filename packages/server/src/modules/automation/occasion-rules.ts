import type { RuleEvent, TicketPriority, TicketStatus } from '@fairlead/contract';
import type { Event, EventType } from '../../platform/events/event.ts';
import type { Relay } from '../../platform/events/relay.ts';
import {
  conversationClosed,
  conversationReopened,
  conversationStarted,
  messagePosted,
} from '../conversations/index.ts';
import { slaBreached, slaWarned } from '../sla/index.ts';
import {
  type TicketPart,
  ticketChanged,
  ticketChildrenSolved,
  ticketCommented,
  ticketOpened,
  ticketRated,
} from '../tickets/index.ts';

/** What rules hear of. */
export interface Occasion {
  /** The kinds of it: one change may be several. */
  readonly kinds: readonly RuleEvent[];
  /** Whether the subject of the event is a ticket, or the conversation of one. */
  readonly of: 'ticket' | 'conversation';
  readonly before: { readonly status: TicketStatus; readonly priority: TicketPriority } | null;
  readonly score: number | null;
  /** The place of the customer's message in its thread. */
  readonly seq: number | null;
}

/** A fact that rules hear, and what it is to them. */
interface Heard {
  readonly type: string;
  readonly kinds: readonly RuleEvent[];
  read(payload: unknown): Occasion | null;
  subscribe(relay: Relay, handler: (events: readonly Event[]) => Promise<void>): void;
}

const kindsOfPart: Readonly<Partial<Record<TicketPart, RuleEvent>>> = {
  status: 'status_changed',
  priority: 'priority_changed',
  category: 'category_changed',
  teamId: 'assigned',
  assigneeId: 'assigned',
};

const heard: readonly Heard[] = [
  ofTicket(ticketOpened, 'ticket_opened'),
  hears(ticketChanged, ['status_changed', 'priority_changed', 'category_changed', 'assigned'], (payload) => {
    const kinds = payload.parts.flatMap((part) => kindsOfPart[part] ?? []);
    return kinds.length > 0 ? occasion([...new Set(kinds)], 'ticket', { before: payload.before }) : null;
  }),
  ofTicket(ticketCommented, 'commented'),
  ofTicket(ticketChildrenSolved, 'children_solved'),
  ofTicket(slaWarned, 'sla_warned'),
  ofTicket(slaBreached, 'sla_breached'),
  hears(ticketRated, ['rated'], ({ score }) => occasion(['rated'], 'ticket', { score })),
  hears(messagePosted, ['customer_wrote', 'agent_answered'], ({ kind, author, seq }) => {
    if (kind !== 'text') return null;
    if (author === 'customer') return occasion(['customer_wrote'], 'conversation', { seq });
    return author === 'agent' ? occasion(['agent_answered'], 'conversation', {}) : null;
  }),
  ofThread(conversationStarted, 'conversation_started'),
  ofThread(conversationClosed, 'conversation_closed'),
  ofThread(conversationReopened, 'conversation_reopened'),
];

function hears<T>(
  event: EventType<T>,
  kinds: readonly RuleEvent[],
  read: (payload: T) => Occasion | null,
): Heard {
  const subscriber = `automation.${event.type.replace('.', '_')}`;
  return {
    type: event.type,
    kinds,
    read: (payload) => read(event.schema.parse(payload)),
    subscribe: (relay, handler) => relay.on(event, subscriber, handler),
  };
}

function ofTicket<T>(event: EventType<T>, kind: RuleEvent): Heard {
  return hears(event, [kind], () => occasion([kind], 'ticket', {}));
}

function ofThread<T>(event: EventType<T>, kind: RuleEvent): Heard {
  return hears(event, [kind], () => occasion([kind], 'conversation', {}));
}

function occasion(
  kinds: readonly RuleEvent[],
  of: Occasion['of'],
  more: Partial<Pick<Occasion, 'before' | 'score' | 'seq'>>,
): Occasion {
  return { kinds, of, before: null, score: null, seq: null, ...more };
}

/** Subscribes to every fact that rules can hear of. */
export function listen(relay: Relay, handler: (events: readonly Event[]) => Promise<void>): void {
  for (const it of heard) it.subscribe(relay, handler);
}

/** The facts in which these kinds are found. */
export function typesOf(kinds: readonly RuleEvent[]): string[] {
  return heard.filter((it) => it.kinds.some((kind) => kinds.includes(kind))).map(({ type }) => type);
}

/** What rules hear of when a fact is told; null where that is nothing. */
export function occasionOf({ type, payload }: Pick<Event, 'type' | 'payload'>): Occasion | null {
  return heard.find((it) => it.type === type)?.read(payload) ?? null;
}
