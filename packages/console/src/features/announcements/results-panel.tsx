import { type Announcement, type AnnouncementResult, endpoints, localeNames } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sayPlatformWords } from '../channels/say-platform-words.ts';
import { editionsQuery, useAct } from './announcement-queries.ts';
import { GatheringLine } from './gathering-line.tsx';

const tones: Record<AnnouncementResult['state'], Tone> = {
  planned: 'neutral',
  waiting: 'warning',
  sent: 'success',
  failed: 'danger',
  withdrawn: 'neutral',
};

/** What became of it where it went, and what was published when. */
export function ResultsPanel({ announcement, manages }: { announcement: Announcement; manages: boolean }) {
  const t = useT();
  const format = useFormat();
  const act = useAct(announcement.id);
  const { id, results, letters, gathering, edition } = announcement;
  const { data: editions } = useQuery(editionsQuery(id, edition));
  if (edition === 0) return null;
  const wordsOf = (error: string) => {
    const { ours, theirs } = sayPlatformWords(t, error);
    return [ours, theirs].filter(Boolean).join(' ');
  };
  return (
    <Panel title={t('announcements.results')}>
      <div role="status">
        <ul className="divide-y divide-line">
          {results.map((it) => (
            <li key={it.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <ChannelIcon channel={it.channel} className="size-4 shrink-0" />
              <span className="min-w-40 flex-1 [overflow-wrap:anywhere]">
                {it.inboxName} {it.address} · {localeNames[it.locale]}
              </span>
              {it.link && (
                <a
                  href={it.link}
                  target="_blank"
                  rel="noreferrer"
                  className="text-sm text-accent-text hover:underline"
                >
                  {t('announcements.result.open')}
                </a>
              )}
              <Badge tone={tones[it.state]}>{t(`announcements.result.${it.state}`)}</Badge>
              {it.state === 'failed' && manages && (
                <Button
                  size="sm"
                  icon={<RotateCcw />}
                  loading={act.isPending}
                  onClick={() =>
                    act.mutate(() => call(endpoints.announcements.retry, { params: { id, resultId: it.id } }))
                  }
                >
                  {t('announcements.retry')}
                </Button>
              )}
              {it.error && (
                <p className="w-full text-sm text-danger-text [overflow-wrap:anywhere]">
                  {wordsOf(it.error)}
                  {it.nextAttemptAt && (
                    <>
                      {' · '}
                      {t('announcements.result.again', { time: format.dateTime(it.nextAttemptAt) })}
                    </>
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
        {gathering && <GatheringLine gathering={gathering} />}
        {letters && (
          <div className="flex flex-col gap-2 border-t border-line py-2">
            <p>
              {t('announcements.letters', {
                sent: letters.sent,
                waiting: letters.waiting,
                failed: letters.failed,
                skipped: letters.skipped,
              })}
            </p>
            <progress
              aria-label={t('announcements.places.email')}
              className="w-full"
              max={Math.max(1, letters.sent + letters.waiting + letters.failed + letters.skipped)}
              value={letters.sent + letters.failed + letters.skipped}
            />
            {letters.error && <p className="text-sm text-danger-text">{letters.error}</p>}
            {letters.failed > 0 && manages && (
              <Button
                size="sm"
                className="self-start"
                icon={<RotateCcw />}
                loading={act.isPending}
                onClick={() =>
                  act.mutate(() => call(endpoints.announcements.retryLetters, { params: { id } }))
                }
              >
                {t('announcements.retry')}
              </Button>
            )}
          </div>
        )}
      </div>
      <FormError error={act.error} />
      <ol className="flex flex-col gap-1 pt-2 text-sm text-ink-2">
        {editions?.map((it) => (
          <li key={it.edition}>
            <details>
              <summary className="cursor-pointer">
                {t('announcements.edition', {
                  edition: it.edition,
                  time: format.dateTime(it.publishedAt),
                  name: it.approvedBy?.name ?? '',
                })}
              </summary>
              <ul className="flex flex-col gap-1 ps-4">
                {it.texts.map((text) => (
                  <li key={text.locale} lang={text.locale} dir="auto">
                    {text.title}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
