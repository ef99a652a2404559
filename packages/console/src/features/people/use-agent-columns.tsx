import type { Agent, Team } from '@fairlead/contract';
import {
  Ban,
  EllipsisVertical,
  Link2,
  LogOut,
  MailQuestion,
  Pencil,
  ShieldCheck,
  ShieldOff,
} from 'lucide-react';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useMe } from '../../session.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { LoadMeter } from './load-meter.tsx';
import type { SignOutKind } from './sign-out-dialog.tsx';

interface AgentColumnsOptions {
  teams: readonly Team[];
  manage: boolean;
  onEdit: (agent: Agent) => void;
  onRenew: (agent: Agent) => void;
  onSignOut: (agent: Agent, kind: SignOutKind) => void;
}

const presenceOrder = { online: 0, away: 1, offline: 2 };

/** The columns of the table of agents. */
export function useAgentColumns(options: AgentColumnsOptions): Column<Agent>[] {
  const { teams, manage, onEdit, onRenew, onSignOut } = options;
  const t = useT();
  const format = useFormat();
  const me = useMe().agent.id;
  return useMemo(() => {
    const teamNames = (agent: Agent) =>
      teams.filter((team) => agent.teamIds.includes(team.id)).map((team) => team.name);
    const columns: Column<Agent>[] = [
      {
        id: 'name',
        header: t('people.column.name'),
        value: (agent) => agent.name,
        cell: (agent) => (
          <span className="flex min-w-40 items-center gap-3 sm:min-w-48">
            <Avatar name={agent.name} hue={agent.avatarHue} />
            <span className="min-w-0">
              {manage ? (
                <button
                  type="button"
                  onClick={() => onEdit(agent)}
                  className="block max-w-full truncate rounded-sm font-medium hover:underline"
                >
                  {agent.name}
                </button>
              ) : (
                <span className="block truncate font-medium">{agent.name}</span>
              )}
              <span className="block truncate text-xs text-ink-3">{agent.email}</span>
            </span>
          </span>
        ),
      },
      {
        id: 'presence',
        header: t('people.column.presence'),
        value: (agent) => presenceOrder[agent.presence],
        csv: (agent) => t(`ui.presence.${agent.presence}`),
        cell: (agent) => <AgentState agent={agent} />,
      },
      {
        id: 'load',
        header: t('people.column.load'),
        from: 'md',
        value: (agent) => agent.load,
        cell: (agent) => <LoadMeter load={agent.load} capacity={agent.capacity.chat} />,
      },
      {
        id: 'teams',
        header: t('people.teams'),
        from: 'lg',
        value: (agent) => format.list(teamNames(agent)),
        cell: (agent) => <Names names={teamNames(agent)} />,
      },
      {
        id: 'languages',
        header: t('people.column.languages'),
        from: 'md',
        value: (agent) =>
          agent.languages
            .map(({ language, level }) => `${format.language(language)} (${t(`people.level.${level}`)})`)
            .join('; '),
        cell: (agent) => (
          <Names
            names={agent.languages
              .toSorted((a, b) => b.level - a.level)
              .map(({ language }) => format.language(language))}
          />
        ),
      },
      {
        id: 'roles',
        header: t('people.column.roles'),
        from: 'xl',
        value: (agent) => agent.roles.map((role) => t(`people.role.${role}`)).join('; '),
        cell: (agent) => <Names names={agent.roles.map((role) => t(`people.role.${role}`))} />,
      },
      {
        id: 'two-factor',
        header: t('people.column.two_factor'),
        from: 'xl',
        value: (agent) => t(agent.twoFactor ? 'people.two_factor.on' : 'people.two_factor.off'),
        cell: (agent) =>
          agent.twoFactor ? (
            <span className="flex items-center gap-1.5 text-success-text">
              <ShieldCheck className="size-4" aria-hidden />
              {t('people.two_factor.on')}
            </span>
          ) : (
            <span className="text-ink-3">{t('people.two_factor.off')}</span>
          ),
      },
    ];
    if (manage) {
      columns.push({
        id: 'actions',
        header: t('people.column.actions'),
        align: 'end',
        cell: (agent) => (
          <Menu
            align="end"
            trigger={
              <IconButton
                size="sm"
                icon={<EllipsisVertical />}
                label={t('people.actions', { name: agent.name })}
              />
            }
          >
            <MenuItem icon={<Pencil />} onSelect={() => onEdit(agent)}>
              {t('people.edit')}
            </MenuItem>
            {agent.status === 'invited' && (
              <MenuItem icon={<Link2 />} onSelect={() => onRenew(agent)}>
                {t('people.invitation.renew')}
              </MenuItem>
            )}
            {agent.status === 'active' && agent.id !== me && (
              <MenuItem icon={<LogOut />} onSelect={() => onSignOut(agent, 'sessions')}>
                {t('people.sign_out.sessions')}
              </MenuItem>
            )}
            {agent.twoFactor && agent.id !== me && (
              <MenuItem icon={<ShieldOff />} onSelect={() => onSignOut(agent, 'two_factor')}>
                {t('people.sign_out.two_factor')}
              </MenuItem>
            )}
          </Menu>
        ),
      });
    }
    return columns;
  }, [teams, manage, me, onEdit, onRenew, onSignOut, t, format]);
}

/** At most two names, and how many more. */
function Names({ names }: { names: readonly string[] }) {
  const t = useT();
  const more = names.length - 2;
  return (
    <span className="flex items-center gap-1 whitespace-nowrap text-ink-2" title={names.join(', ')}>
      {names.slice(0, 2).join(', ')}
      {more > 0 && <span className="text-ink-3">{t('people.more', { count: more })}</span>}
    </span>
  );
}

function AgentState({ agent }: { agent: Agent }) {
  const t = useT();
  if (agent.status === 'invited') {
    return (
      <Badge tone="accent" icon={<MailQuestion />}>
        {t('people.status.invited')}
      </Badge>
    );
  }
  if (agent.status === 'disabled') return <Badge icon={<Ban />}>{t('people.status.disabled')}</Badge>;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <PresenceDot presence={agent.presence} />
      {t(`ui.presence.${agent.presence}`)}
    </span>
  );
}
