import type { Announcement } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, TriangleAlert } from 'lucide-react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { announcementQuery } from './announcement-queries.ts';
import { Moves } from './moves.tsx';
import { PicturePanel } from './picture-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { PreviewsPanel } from './previews-panel.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { StateBadge } from './state-badge.tsx';
import { TextsPanel } from './texts-panel.tsx';
import { TrackersPanel } from './trackers-panel.tsx';

/** One announcement: its texts, where it goes, how it reads there, and what became of it. */
export function AnnouncementPage() {
  const { announcementId } = useParams({ from: '/app/announcements/$announcementId' });
  const { data, error, refetch } = useQuery(announcementQuery(announcementId));
  if (data) return <Composer key={data.id} announcement={data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={10} className="h-full bg-surface pt-3" />;
}

function Composer({ announcement }: { announcement: Announcement }) {
  const t = useT();
  const format = useFormat();
  const manages = useCan()('announcements.manage');
  const { state, texts, sourceLocale, slug, edition, places, publishAt, version, outlived } = announcement;
  const writes = manages && state === 'draft';
  const title = texts.find((it) => it.locale === sourceLocale)?.title ?? '';
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={title}
        leading={
          <Link
            to="/announcements"
            aria-label={t('announcements.back')}
            className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover"
          >
            <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
          </Link>
        }
        actions={<StateBadge state={state} />}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-col gap-2 px-gutter pt-4">
          {outlived && (
            <p
              role="status"
              className="flex items-start gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text"
            >
              <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
              {t('announcements.outlived.text')}
            </p>
          )}
          <Moves announcement={announcement} />
          {state === 'scheduled' && publishAt && (
            <p className="text-ink-2">{t('announcements.scheduled', { time: format.dateTime(publishAt) })}</p>
          )}
          {edition > 0 && state !== 'published' && state !== 'corrected' && state !== 'withdrawn' && (
            <p className="text-ink-2">{t('announcements.correcting', { edition })}</p>
          )}
          {edition > 0 && places.helpCenter && (
            <a
              href={`/announcements/${sourceLocale}/${slug}`}
              target="_blank"
              rel="noreferrer"
              className="self-start text-sm text-accent-text hover:underline"
            >
              {t('announcements.open')}
            </a>
          )}
        </div>
        <div className="grid items-start gap-5 px-gutter py-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-5">
            <ResultsPanel announcement={announcement} manages={manages} />
            <TextsPanel announcement={announcement} writes={writes} />
            <PicturePanel announcement={announcement} writes={writes} />
            <PreviewsPanel announcement={announcement} />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <TrackersPanel announcement={announcement} />
            <PlacesPanel key={`${state} ${version}`} announcement={announcement} writes={writes} />
          </div>
        </div>
      </div>
    </div>
  );
}
