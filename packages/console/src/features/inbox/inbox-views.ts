import type { Team } from '@fairlead/contract';
import {
  Archive,
  AtSign,
  Bot,
  CircleUserRound,
  Inbox,
  Layers,
  type LucideIcon,
  UsersRound,
} from 'lucide-react';
import type { MessageKey } from '../../i18n/i18n.tsx';

/** A named list of the inbox. */
export interface InboxView {
  /** As the endpoint and the address call it. */
  id: string;
  icon: LucideIcon;
  /** Its text; a team goes by its own name. */
  labelKey: MessageKey | null;
  name: string | null;
}

const own: InboxView[] = [
  { id: 'mine', icon: CircleUserRound, labelKey: 'inbox.view.mine', name: null },
  { id: 'unassigned', icon: Inbox, labelKey: 'inbox.view.unassigned', name: null },
  { id: 'assistant', icon: Bot, labelKey: 'inbox.view.assistant', name: null },
  { id: 'all', icon: Layers, labelKey: 'inbox.view.all', name: null },
  { id: 'mentions', icon: AtSign, labelKey: 'inbox.view.mentions', name: null },
];
const closed: InboxView = { id: 'closed', icon: Archive, labelKey: 'inbox.view.closed', name: null };

/** The views in the order in which they are shown and walked through: one's own, the teams', the closed. */
export function inboxViews(teams: readonly Team[]): InboxView[] {
  const ofTeams = teams.map((team) => ({
    id: `team:${team.id}`,
    icon: UsersRound,
    labelKey: null,
    name: team.name,
  }));
  return [...own, ...ofTeams, closed];
}

/** The view before or after one, round the ends. */
export function neighbourView(
  views: readonly InboxView[],
  current: string,
  step: 1 | -1,
): InboxView | undefined {
  const index = views.findIndex((view) => view.id === current);
  return views.at((index + step) % views.length);
}
