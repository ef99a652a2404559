import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserPlus, UsersRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import type { PeopleTab } from '../../shell/search-params.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AgentsTab } from './agents-tab.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { TeamsTab } from './teams-tab.tsx';

/** Agents, teams, and how everybody signs in. */
export function PeoplePage() {
  const t = useT();
  const manage = useCan()('people.manage');
  const { tab = 'agents' } = useSearch({ from: '/app/people' });
  const navigate = useNavigate({ from: '/people' });
  const [inviting, setInviting] = useState(false);
  const [addingTeam, setAddingTeam] = useState(false);
  const current = tab === 'policy' && !manage ? 'agents' : tab;
  const tabs: { value: PeopleTab; label: string; content: ReactNode }[] = [
    { value: 'agents', label: t('people.agents'), content: <AgentsTab onInvite={() => setInviting(true)} /> },
    { value: 'teams', label: t('people.teams'), content: <TeamsTab onAdd={() => setAddingTeam(true)} /> },
  ];
  if (manage) tabs.push({ value: 'policy', label: t('people.policy'), content: <PolicyTab /> });

  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('shell.nav.people')}
        description={t('people.text')}
        actions={
          manage && (
            <>
              <Button icon={<UsersRound />} onClick={() => setAddingTeam(true)}>
                {t('people.team.add')}
              </Button>
              <Button variant="primary" icon={<UserPlus />} onClick={() => setInviting(true)}>
                {t('people.invite')}
              </Button>
            </>
          )
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Tabs
          label={t('shell.nav.people')}
          value={current}
          onChange={(next) => void navigate({ search: next === 'agents' ? {} : { tab: next } })}
          tabs={tabs}
          className="[&>[role=tablist]]:bg-surface [&>[role=tablist]]:px-gutter [&>[role=tabpanel]]:px-gutter [&>[role=tabpanel]]:py-5"
        />
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {addingTeam && <TeamDialog team={null} onClose={() => setAddingTeam(false)} />}
    </div>
  );
}
