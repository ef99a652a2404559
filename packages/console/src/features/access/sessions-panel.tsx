import { endpoints, type Session } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { describeUserAgent } from './describe-user-agent.ts';

/** Under which the sessions are cached. */
export const sessionsKey = ['access', 'sessions'];

/** Where one is signed in, and the way to end it there. */
export function SessionsPanel() {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await call(endpoints.access.listSessions, { signal })).items,
  });
  const revoke = useMutation({
    mutationFn: (ended: Session[]) =>
      Promise.all(ended.map(({ id }) => call(endpoints.access.revokeSession, { params: { id } }))),
    onSuccess: (_, ended) =>
      toast.show({ title: t('access.sessions.ended', { count: ended.length }), tone: 'success' }),
    onError: (error) => toast.error(error),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  return (
    <Panel
      title={t('access.sessions')}
      description={t('access.sessions.text')}
      actions={
        others.length > 1 && (
          <Button size="sm" onClick={() => revoke.mutate(others)} loading={revoke.isPending}>
            {t('access.sessions.end_others')}
          </Button>
        )
      }
    >
      {sessions.error && !sessions.data ? (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} className="py-4!" />
      ) : !sessions.data ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {sessions.data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={revoke.isPending}
              onEnd={() => revoke.mutate([session])}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SessionRow({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const t = useT();
  const format = useFormat();
  const { browser, system } = describeUserAgent(session.userAgent);
  const Icon = /iPhone|iPad|Android/.test(system ?? '') ? Smartphone : Laptop;
  const name =
    browser && system
      ? t('access.sessions.device', { browser, system })
      : (browser ?? system ?? t('access.sessions.unknown'));
  return (
    <li className="flex items-center gap-3 py-2.5">
      <Icon className="size-5 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          {name}
          {session.current && <Badge tone="accent">{t('access.sessions.current')}</Badge>}
        </p>
        <p className="text-sm text-ink-3">
          {t('access.sessions.detail', {
            address: session.address,
            seen: format.relativeTime(session.lastSeenAt),
            since: format.dateTime(session.createdAt),
          })}
        </p>
      </div>
      {!session.current && (
        <Button
          size="sm"
          variant="quiet"
          disabled={busy}
          onClick={onEnd}
          aria-label={t('access.sessions.end.label', { name })}
        >
          {t('access.sessions.end')}
        </Button>
      )}
    </li>
  );
}
