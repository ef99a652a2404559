import type { TicketDetail } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Megaphone, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { trackerAnnouncementsQuery } from '../../../live/ticket-queries.ts';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NewAnnouncementDialog } from '../../announcements/new-announcement-dialog.tsx';
import { StateBadge } from '../../announcements/state-badge.tsx';
import { kindOfAnnouncement } from './kind-of-announcement.ts';

/** What everybody is told about an incident, and how each of it stands. */
export function TrackerAnnouncements({ tracker }: { tracker: TicketDetail }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const [writing, setWriting] = useState(false);
  const { id, number, subject, category } = tracker;
  const { data, error, refetch } = useQuery({
    ...trackerAnnouncementsQuery(id),
    enabled: can('announcements.read'),
  });
  if (!can('announcements.read')) return null;
  return (
    <section aria-label={t('shell.nav.announcements')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 flex-1 font-medium">{t('shell.nav.announcements')}</h3>
        {can('announcements.manage') && (
          <Button icon={<Megaphone />} onClick={() => setWriting(true)}>
            {t('tickets.tracker.announce')}
          </Button>
        )}
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} className="py-6!" />
      ) : !data ? (
        <SkeletonRows rows={1} />
      ) : data.length === 0 ? (
        <p className="text-ink-3">{t('tickets.tracker.announced.none')}</p>
      ) : (
        <ul className="flex flex-col rounded-lg border border-line">
          {data.map((it) => (
            <li
              key={it.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line px-3 py-2 not-first:border-t"
            >
              <span className="min-w-40 flex-1">
                <Link
                  to="/announcements/$announcementId"
                  params={{ announcementId: it.id }}
                  dir="auto"
                  className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
                >
                  {it.title}
                </Link>
                <span className="block text-xs text-ink-3">
                  {t(`announcement.kind.${it.kind}`)} · {format.dateTime(it.publishedAt ?? it.updatedAt)}
                </span>
              </span>
              {it.outlived && (
                <Badge tone="warning" icon={<TriangleAlert aria-hidden />}>
                  {t('announcements.outlived')}
                </Badge>
              )}
              <StateBadge state={it.state} />
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <NewAnnouncementDialog
          about={{ trackerId: id, named: t('tickets.named', { number: String(number), subject }) }}
          kind={kindOfAnnouncement(category)}
          onClose={() => setWriting(false)}
        />
      )}
    </section>
  );
}
