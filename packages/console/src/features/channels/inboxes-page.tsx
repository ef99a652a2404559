import type { Inbox } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CirclePause, Plus, Radio } from 'lucide-react';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { inboxesQuery, inboxHealthQuery, teamsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { useSort } from '../../shell/use-sort.ts';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { InboxHealthBadge } from './inbox-health-badge.tsx';

/** The ways in: every inbox, and where its conversations go. */
export function InboxesPage() {
  const t = useT();
  const navigate = useNavigate();
  const manage = useCan()('channels.manage');
  const inboxes = useQuery(inboxesQuery);
  const columns = useInboxColumns();
  const sorting = useSort();
  const add = manage && (
    <Link to="/channels/new" className={`${buttonClass('primary')} [&_svg]:size-4`}>
      <Plus />
      {t('channels.add')}
    </Link>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={t('shell.nav.channels')} description={t('channels.text')} actions={add} />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {inboxes.error && !inboxes.data ? (
          <ErrorState error={inboxes.error} onRetry={() => void inboxes.refetch()} />
        ) : !inboxes.data ? (
          <SkeletonRows rows={3} />
        ) : inboxes.data.length === 0 ? (
          <EmptyState icon={<Radio />} title={t('channels.empty.title')} action={add}>
            {t('channels.empty.text')}
          </EmptyState>
        ) : (
          <DataTable
            label={t('shell.nav.channels')}
            columns={columns}
            rows={inboxes.data}
            rowKey={(inbox) => inbox.id}
            csvName="inboxes"
            {...sorting}
            onOpen={({ id }) => void navigate({ to: '/channels/$inboxId', params: { inboxId: id } })}
          />
        )}
      </div>
    </div>
  );
}

function useInboxColumns(): Column<Inbox>[] {
  const t = useT();
  const format = useFormat();
  const { data: teams } = useQuery(teamsQuery);
  const manage = useCan()('channels.manage');
  const { data: health } = useQuery({ ...inboxHealthQuery, enabled: manage });
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('channels.name'),
        value: (inbox) => inbox.name,
        cell: (inbox) => (
          <span className="flex items-center gap-3">
            <span
              aria-hidden
              className="grid size-8 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-text"
            >
              <ChannelIcon channel={inbox.channel} className="size-4" />
            </span>
            <span className="min-w-0">
              <Link
                to="/channels/$inboxId"
                params={{ inboxId: inbox.id }}
                className="block truncate rounded-sm font-medium hover:underline"
              >
                {inbox.name}
              </Link>
              <span className="block text-xs text-ink-3">{t(`channels.channel.${inbox.channel}`)}</span>
            </span>
          </span>
        ),
      },
      {
        id: 'enabled',
        header: t('channels.state'),
        value: (inbox) => t(inbox.enabled ? 'channels.enabled' : 'channels.disabled'),
        cell: (inbox) =>
          inbox.enabled ? (
            <Badge tone="success" icon={<Radio />}>
              {t('channels.enabled')}
            </Badge>
          ) : (
            <Badge icon={<CirclePause />}>{t('channels.disabled')}</Badge>
          ),
      },
      ...(manage
        ? [
            {
              id: 'health',
              header: t('channels.health'),
              value: (inbox: Inbox) => {
                const state = health?.find((it) => it.inboxId === inbox.id)?.state;
                return state ? t(`channels.health.${state}`) : '';
              },
              cell: (inbox: Inbox) => {
                const found = health?.find((it) => it.inboxId === inbox.id);
                return found && <InboxHealthBadge health={found} />;
              },
            },
          ]
        : []),
      {
        id: 'team',
        header: t('channels.default_team'),
        from: 'md',
        value: (inbox) => teams?.find((team) => team.id === inbox.defaultTeamId)?.name ?? '',
        cell: (inbox) => teams?.find((team) => team.id === inbox.defaultTeamId)?.name,
      },
      {
        id: 'origins',
        header: t('channels.origins'),
        from: 'lg',
        value: (inbox) => inbox.allowedOrigins.join(' '),
        cell: (inbox) => (
          <span className="text-ink-2">
            {inbox.allowedOrigins.length > 0
              ? format.list(
                  inbox.allowedOrigins.slice(0, 2).map((origin) => origin.replace(/^https?:\/\//, '')),
                )
              : t('channels.origins.none')}
            {inbox.allowedOrigins.length > 2 &&
              ` ${t('people.more', { count: inbox.allowedOrigins.length - 2 })}`}
          </span>
        ),
      },
      {
        id: 'keys',
        header: t('channels.keys'),
        from: 'md',
        align: 'end',
        value: (inbox) => inbox.identityKeys.length,
        cell: (inbox) =>
          inbox.identityKeys.length > 0
            ? format.number(inbox.identityKeys.length)
            : t('channels.keys.none.short'),
      },
    ],
    [t, format, teams, manage, health],
  );
}
