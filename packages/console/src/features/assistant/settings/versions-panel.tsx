import { type AssistantSettings, endpoints, type SettingsVersion } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { settingsQuery } from '../assistant-queries.ts';
import { versionsQuery } from '../results/results-queries.ts';
import { changesBetween } from './changes-between.ts';
import { fallOf } from './fall-of.ts';
import { SaveAnywayDialog } from './save-anyway-dialog.tsx';

/** The versions of the settings, each with who saved it and how the examples fared; any of them can hold again. */
export function VersionsPanel({ onRestored }: { onRestored: (settings: AssistantSettings) => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const { data, error, refetch } = useQuery(versionsQuery);
  const [asked, setAsked] = useState<number | null>(null);
  const restore = useMutation({
    mutationFn: ({ number, reason }: { number: number; reason?: string }) =>
      call(endpoints.assistant.restoreVersion, {
        params: { number },
        body: reason === undefined ? {} : { anyway: { reason } },
      }),
    onSuccess: async ({ settings }) => {
      setAsked(null);
      onRestored(settings);
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
      await client.invalidateQueries({ queryKey: versionsQuery.queryKey });
      toast.show({ title: t('assistant.versions.restored'), tone: 'success' });
    },
    onError: (thrown, { number }) => {
      if (fallOf(thrown)) setAsked(number);
      else toast.error(thrown);
    },
  });
  const fall = fallOf(restore.error);
  return (
    <Panel title={t('assistant.versions')} description={t('assistant.versions.text')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.length === 0 ? (
        <p className="text-ink-2">{t('assistant.versions.none')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {data.map((version, at) => (
            <VersionLine
              key={version.number}
              version={version}
              before={data[at + 1]}
              holds={at === 0}
              busy={restore.isPending && restore.variables.number === version.number}
              {...(manages && at > 0 ? { onRestore: () => restore.mutate({ number: version.number }) } : {})}
            />
          ))}
        </ol>
      )}
      {asked !== null && fall && (
        <SaveAnywayDialog
          fall={fall}
          busy={restore.isPending}
          onSave={(reason) => restore.mutate({ number: asked, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

interface VersionLineProps {
  version: SettingsVersion;
  before: SettingsVersion | undefined;
  holds: boolean;
  busy: boolean;
  onRestore?: () => void;
}

function VersionLine({ version, before, holds, busy, onRestore }: VersionLineProps) {
  const t = useT();
  const format = useFormat();
  const { number, by, at, run, reason, restored } = version;
  const changes = before ? changesBetween(before.settings, version.settings) : [];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-64 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t('assistant.versions.number', { number })}</span>
          {holds && <Badge tone="success">{t('assistant.versions.holds')}</Badge>}
          <span className="text-ink-2">{by?.name ?? t('assistant.versions.first')}</span>
          <time dateTime={at} className="text-ink-3">
            {format.dateTime(at)}
          </time>
        </p>
        {restored !== null && (
          <p className="text-ink-2">{t('assistant.versions.restores', { number: restored })}</p>
        )}
        <ul>
          {changes.map((it) => (
            <li key={it.of} className="text-ink-2">
              {it.kind === 'threshold'
                ? t('assistant.versions.threshold', {
                    name: t(`assistant.threshold.${it.of}`),
                    before: format.share(it.before),
                    after: format.share(it.after),
                  })
                : t('assistant.versions.greeting', { language: format.language(it.of) })}
            </li>
          ))}
          {version.texts.map(({ locale, count }) => (
            <li key={locale} className="text-ink-2">
              {t('assistant.versions.texts', { language: format.language(locale), count })}
            </li>
          ))}
        </ul>
        {run && (
          <p className="text-ink-3">{t('assistant.versions.run', { right: run.right, total: run.total })}</p>
        )}
        {reason && (
          <p className="[overflow-wrap:anywhere] text-warning-text">
            {t('assistant.versions.reason', { reason })}
          </p>
        )}
      </div>
      {onRestore && (
        <Button size="sm" icon={<RotateCcw />} loading={busy} onClick={onRestore}>
          {t('assistant.versions.restore_number', { number })}
        </Button>
      )}
    </li>
  );
}
