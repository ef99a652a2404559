import type { SideConversation, TicketDetail } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { MailPlus, Mails } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NewSide } from './new-side.tsx';
import { sidesQuery } from './side-queries.ts';
import { SideThread } from './side-thread.tsx';

interface SideConversationsProps {
  ticket: TicketDetail;
  editable: boolean;
}

/** What agents and third parties write to each other about a ticket: all of them at the start, one beside them. */
export function SideConversations({ ticket, editable }: SideConversationsProps) {
  const t = useT();
  const { data, error, refetch } = useQuery(sidesQuery(ticket.id));
  const [asked, setAsked] = useState<{ id: string } | 'new' | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  const begin = editable && (
    <Button icon={<MailPlus />} onClick={() => setAsked('new')}>
      {t('tickets.side.new')}
    </Button>
  );
  if (data.length === 0 && asked !== 'new')
    return (
      <EmptyState icon={<Mails />} title={t('tickets.side.empty.title')} action={begin}>
        {t('tickets.side.empty.text')}
      </EmptyState>
    );
  const shown = asked === null || asked === 'new' ? undefined : data.find(({ id }) => id === asked.id);
  return (
    <div className="flex h-full min-h-0">
      <div
        className={cx(
          'flex w-72 shrink-0 flex-col overflow-y-auto border-e border-line max-lg:w-full max-lg:border-e-0',
          asked !== null && 'max-lg:hidden',
        )}
      >
        <ul aria-label={t('tickets.side.list')}>
          {data.map((side) => (
            <SideRow key={side.id} side={side} current={side === shown} onOpen={() => setAsked(side)} />
          ))}
        </ul>
        {begin && <div className="p-3">{begin}</div>}
      </div>
      <div className={cx('min-w-0 flex-1', asked === null && 'max-lg:hidden')}>
        {asked === 'new' ? (
          <NewSide ticketId={ticket.id} onClose={() => setAsked(null)} onStarted={setAsked} />
        ) : (
          shown && (
            <SideThread
              key={shown.id}
              side={shown}
              ticket={ticket}
              editable={editable}
              onBack={() => setAsked(null)}
            />
          )
        )}
      </div>
    </div>
  );
}

interface SideRowProps {
  side: SideConversation;
  current: boolean;
  onOpen: () => void;
}

function SideRow({ side, current, onOpen }: SideRowProps) {
  const t = useT();
  const format = useFormat();
  return (
    <li>
      <button
        type="button"
        aria-current={current}
        onClick={onOpen}
        className={cx(
          'flex w-full flex-col gap-1 border-b border-line px-4 py-2.5 text-start -outline-offset-2',
          current ? 'bg-selected' : 'hover:bg-hover',
        )}
      >
        <span className="flex items-baseline gap-2">
          <span dir="auto" className={cx('min-w-0 flex-1 truncate', side.unread > 0 && 'font-semibold')}>
            {side.subject}
          </span>
          <time dateTime={side.lastActivityAt} className="shrink-0 text-xs text-ink-3">
            {format.relativeTime(side.lastActivityAt)}
          </time>
        </span>
        <span className="flex items-center gap-2 text-sm text-ink-3">
          <bdi className="min-w-0 flex-1 truncate">{format.list(side.parties)}</bdi>
          {side.unread > 0 && (
            <Badge tone="accent">
              <span aria-hidden>{format.number(side.unread)}</span>
              <span className="sr-only">{t('tickets.side.unread', { count: side.unread })}</span>
            </Badge>
          )}
          <Badge tone={side.state === 'done' ? 'success' : 'neutral'}>
            {t(`tickets.side.${side.state}`)}
          </Badge>
        </span>
      </button>
    </li>
  );
}
