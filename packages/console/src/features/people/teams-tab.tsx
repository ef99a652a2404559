import type { Agent, Team } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Award, Pencil, Trash2, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, teamsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { DeleteTeamDialog } from './delete-team-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';

/** All teams and who is in them. */
export function TeamsTab({ onAdd }: { onAdd: () => void }) {
  const t = useT();
  const manage = useCan()('people.manage');
  const teams = useQuery(teamsQuery);
  const agents = useQuery(agentsQuery);
  const [editing, setEditing] = useState<Team | null>(null);
  const [deleting, setDeleting] = useState<Team | null>(null);
  if (teams.error && !teams.data) {
    return <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />;
  }
  if (!teams.data) return <SkeletonRows rows={4} />;
  if (teams.data.length === 0) {
    return (
      <EmptyState
        icon={<UsersRound />}
        title={t('people.teams.empty.title')}
        action={manage && <Button onClick={onAdd}>{t('people.team.add')}</Button>}
      >
        {t('people.teams.empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {teams.data.map((team) => (
          <TeamCard
            key={team.id}
            team={team}
            members={(agents.data ?? []).filter((agent) => team.memberIds.includes(agent.id))}
            {...(manage ? { onEdit: () => setEditing(team), onDelete: () => setDeleting(team) } : {})}
          />
        ))}
      </ul>
      {editing && <TeamDialog team={editing} onClose={() => setEditing(null)} />}
      {deleting && <DeleteTeamDialog team={deleting} onClose={() => setDeleting(null)} />}
    </>
  );
}

interface TeamCardProps {
  team: Team;
  members: readonly Agent[];
  onEdit?: () => void;
  onDelete?: () => void;
}

function TeamCard({ team, members, onEdit, onDelete }: TeamCardProps) {
  const t = useT();
  const online = members.filter((agent) => agent.presence === 'online').length;
  return (
    <li className="flex flex-col rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 text-base font-semibold">{team.name}</h2>
        {onEdit && (
          <IconButton
            size="sm"
            label={t('people.team.edit', { name: team.name })}
            icon={<Pencil />}
            onClick={onEdit}
          />
        )}
        {onDelete && (
          <IconButton
            size="sm"
            label={t('people.team.delete', { name: team.name })}
            icon={<Trash2 />}
            onClick={onDelete}
          />
        )}
      </div>
      {team.description && <p className="mt-0.5 text-sm text-ink-2">{team.description}</p>}
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-2 pt-4">
        <span aria-hidden className="flex -space-x-1 rtl:space-x-reverse">
          {members.slice(0, 6).map((agent) => (
            <Avatar
              key={agent.id}
              name={agent.name}
              hue={agent.avatarHue}
              size="sm"
              className="rounded-full ring-2 ring-surface"
            />
          ))}
        </span>
        <span className="text-sm text-ink-3">
          {t('people.team.members', { count: team.memberIds.length, online })}
        </span>
        {team.skill && (
          <Badge icon={<Award />} className="ms-auto">
            {t('people.team.needs', { skill: team.skill })}
          </Badge>
        )}
      </div>
    </li>
  );
}
