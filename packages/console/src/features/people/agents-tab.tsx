import type { Agent } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, teamsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { SearchBox } from '../../shell/search-box.tsx';
import { useSort } from '../../shell/use-sort.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { AgentDialog } from './agent-dialog.tsx';
import { InvitationLinkDialog } from './invitation-link-dialog.tsx';
import { SignOutDialog, type SignOutKind } from './sign-out-dialog.tsx';
import { useAgentColumns } from './use-agent-columns.tsx';
import { useRenewInvitation } from './use-renew-invitation.ts';

/** All agents: who is here, what they answer, how much they hold. */
export function AgentsTab({ onInvite }: { onInvite: () => void }) {
  const t = useT();
  const manage = useCan()('people.manage');
  const agents = useQuery(agentsQuery);
  const teams = useQuery(teamsQuery);
  const { q = '', ...others } = useSearch({ from: '/app/people' });
  const navigate = useNavigate({ from: '/people' });
  const sorting = useSort({ id: 'name', descending: false });
  const wanted = q.toLocaleLowerCase();
  const [editing, setEditing] = useState<Agent | null>(null);
  const [signingOut, setSigningOut] = useState<{ agent: Agent; kind: SignOutKind } | null>(null);
  const renewal = useRenewInvitation();
  const columns = useAgentColumns({
    teams: teams.data ?? [],
    manage,
    onEdit: setEditing,
    onRenew: (agent) => renewal.mutate(agent),
    onSignOut: (agent, kind) => setSigningOut({ agent, kind }),
  });

  if (agents.error && !agents.data) {
    return <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />;
  }
  if (!agents.data) return <SkeletonRows />;
  const shown = agents.data.filter(({ name, email }) =>
    `${name}\n${email}`.toLocaleLowerCase().includes(wanted),
  );
  const toolbar = (
    <>
      <SearchBox
        value={q}
        onSearch={(text) => void navigate({ search: text ? { ...others, q: text } : others, replace: true })}
        labelKey="people.search"
        placeholder={t('people.search')}
        className="w-64 max-w-full"
      />
      <span className="text-sm text-ink-3" role="status">
        {t('people.online_count', {
          online: agents.data.filter((agent) => agent.presence === 'online').length,
          count: agents.data.length,
        })}
      </span>
    </>
  );
  return (
    <>
      {agents.data.length <= 1 && manage && (
        <EmptyState
          icon={<UsersRound />}
          title={t('people.empty.title')}
          action={<Button onClick={onInvite}>{t('people.invite')}</Button>}
          className="py-8!"
        >
          {t('people.empty.text')}
        </EmptyState>
      )}
      <DataTable
        label={t('people.agents')}
        columns={columns}
        rows={shown}
        rowKey={(agent) => agent.id}
        csvName="agents"
        toolbar={toolbar}
        {...sorting}
        {...(manage ? { onOpen: setEditing } : {})}
        footer={
          shown.length === 0 && (
            <p className="px-4 py-10 text-center text-ink-3">{t('people.search.nothing')}</p>
          )
        }
      />
      {editing && <AgentDialog agent={editing} onClose={() => setEditing(null)} />}
      {signingOut && <SignOutDialog {...signingOut} onClose={() => setSigningOut(null)} />}
      {renewal.data && <InvitationLinkDialog invitation={renewal.data} onClose={() => renewal.reset()} />}
    </>
  );
}
