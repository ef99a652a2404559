import { languageOf, type Ticket, type ViewColumn } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { teamsQuery } from '../../../queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { useAgentsById } from '../../inbox/use-agents-by-id.ts';
import { TicketClock } from '../../sla/clocks/ticket-clock.tsx';
import { ChannelMark } from '../marks/channel-mark.tsx';
import { PriorityMark } from '../marks/priority-mark.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';

/** What a list shows unless its view says otherwise; without a column of its own the category stands below the subject. */
export const usualColumns: readonly ViewColumn[] = [
  'number',
  'subject',
  'customer',
  'status',
  'priority',
  'due',
  'assignee',
  'language',
  'channel',
  'updated',
];

/** The room each column takes, as a track of a grid. */
export const trackOf: Record<ViewColumn, string> = {
  number: '4rem',
  subject: 'minmax(11.25rem,1fr)',
  customer: '7rem',
  category: '10rem',
  status: '11rem',
  priority: '5.5rem',
  team: '9rem',
  assignee: '8rem',
  language: '1.75rem',
  channel: '1.5rem',
  tags: '9rem',
  created: '7rem',
  updated: '5.5rem',
  solved: '7rem',
  due: '7.5rem',
};

/** Draws one cell of a ticket's row; the subject is the row's link and not drawn here. */
export function useTicketCell(): (column: Exclude<ViewColumn, 'subject'>, ticket: Ticket) => ReactNode {
  const t = useT();
  const format = useFormat();
  const agents = useAgentsById();
  const { data: teams } = useQuery(teamsQuery);
  const moment = (at: string | null) =>
    at && (
      <time dateTime={at} title={format.dateTime(at)} className="truncate text-xs text-ink-3">
        {format.relativeTime(at)}
      </time>
    );
  const quiet = (text: string) => (
    <span title={text} className="truncate text-sm text-ink-2">
      {text}
    </span>
  );
  return (column, ticket) => {
    const team = teams?.find(({ id }) => id === ticket.teamId)?.name;
    switch (column) {
      case 'number':
        return (
          <span className="text-ink-3 tabular-nums">
            {t('tickets.number', { number: String(ticket.number) })}
          </span>
        );
      case 'customer':
        return ticket.customer && <bdi className="truncate">{customerName(t, ticket.customer)}</bdi>;
      case 'category':
        return quiet(t(`category.${ticket.category}`));
      case 'status':
        return <StatusBadge status={ticket.status} />;
      case 'priority':
        return <PriorityMark priority={ticket.priority} />;
      case 'team':
        return team ? quiet(team) : null;
      case 'assignee': {
        const agent = ticket.assigneeId ? agents.get(ticket.assigneeId)?.name : undefined;
        return (
          <span className="min-w-0 text-sm leading-4">
            <span className="block truncate">{agent ?? t('tickets.nobody')}</span>
            {team && <span className="block truncate text-xs text-ink-3">{team}</span>}
          </span>
        );
      }
      case 'language':
        return (
          <span title={format.language(ticket.language)}>
            <span aria-hidden className="text-xs font-semibold text-ink-2 uppercase">
              {languageOf(ticket.language)}
            </span>
            <span className="sr-only">{format.language(ticket.language)}</span>
          </span>
        );
      case 'channel':
        return ticket.channel && <ChannelMark channel={ticket.channel} />;
      case 'tags':
        return (
          <span className="flex gap-1 overflow-hidden">
            {ticket.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        );
      case 'created':
        return moment(ticket.createdAt);
      case 'updated':
        return moment(ticket.updatedAt);
      case 'solved':
        return moment(ticket.solvedAt);
      case 'due':
        // In long languages the words take a second line rather than their neighbour's room.
        return (
          <span className="grid min-w-0 leading-4 [&_span]:leading-4 [&_span]:whitespace-normal">
            <TicketClock ticket={ticket} />
          </span>
        );
    }
  };
}
