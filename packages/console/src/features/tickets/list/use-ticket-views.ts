import { type DefaultView, defaultViews, type TicketView } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import {
  AlarmClock,
  AlarmClockOff,
  CircleCheck,
  CircleUserRound,
  Eye,
  Inbox,
  Layers,
  ListFilter,
  type LucideIcon,
} from 'lucide-react';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { ticketCountsQuery, ticketViewsQuery } from '../../../live/ticket-queries.ts';

/** A named list of tickets. */
export interface NamedView {
  id: string;
  label: string;
  icon: LucideIcon;
  /** As it is written; null while unknown. */
  count: string | null;
  /** Null for one that everybody has. */
  saved: TicketView | null;
}

const icons: Record<DefaultView, LucideIcon> = {
  mine: CircleUserRound,
  breached: AlarmClockOff,
  due_soon: AlarmClock,
  unassigned: Inbox,
  open: Layers,
  followed: Eye,
  solved: CircleCheck,
};

/** The views of tickets this agent has, named and counted. */
export function useTicketViews(): NamedView[] {
  const t = useT();
  const format = useFormat();
  const { data: saved } = useQuery(ticketViewsQuery);
  const { data: counts } = useQuery(ticketCountsQuery);
  return useMemo(() => {
    const countOf = (id: string) => {
      const held = counts?.[id];
      if (!held) return null;
      const count = format.number(held.count);
      return held.more ? t('tickets.view.more', { count }) : count;
    };
    return [
      ...defaultViews.map((id) => ({
        id,
        label: t(`tickets.view.${id}`),
        icon: icons[id],
        count: countOf(id),
        saved: null,
      })),
      ...(saved ?? []).map((view) => ({
        id: view.id,
        label: view.name,
        icon: ListFilter,
        count: countOf(view.id),
        saved: view,
      })),
    ];
  }, [saved, counts, t, format]);
}
