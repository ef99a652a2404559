import type { endpoints, ResponseOf } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { countsQuery } from '../../live/conversation-queries.ts';
import { teamsQuery } from '../../queries.ts';
import { useCan, useMe } from '../../session.tsx';
import { type InboxView, inboxViews } from './inbox-views.ts';

export interface CountedView extends InboxView {
  label: string;
  /** Open conversations in it; null while unknown, and for the closed. */
  count: number | null;
}

/** The views this agent has, named and counted: the teams that are theirs, or all for those who see everything. */
export function useInboxViews(): CountedView[] {
  const t = useT();
  const can = useCan();
  const { agent } = useMe();
  const { data: teams } = useQuery({ ...teamsQuery, enabled: can('people.read') });
  const { data: counts } = useQuery(countsQuery);
  const everything = can('conversations.read_all');
  return useMemo(() => {
    const within = (teams ?? []).filter((team) => everything || agent.teamIds.includes(team.id));
    return inboxViews(within).map((view) => ({
      ...view,
      label: view.labelKey ? t(view.labelKey) : (view.name ?? ''),
      count: countOf(view.id, counts),
    }));
  }, [teams, counts, agent.teamIds, everything, t]);
}

type Counts = ResponseOf<typeof endpoints.conversations.counts>;

function countOf(id: string, counts: Counts | undefined): number | null {
  if (!counts || id === 'closed') return null;
  if (id.startsWith('team:')) return counts.teams[id.slice(5)] ?? 0;
  return counts[id as 'mine' | 'unassigned' | 'assistant' | 'all' | 'mentions'];
}
