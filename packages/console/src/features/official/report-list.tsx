import { endpoints, type OfficialReport } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { reportsQuery } from './official-queries.ts';
import { shownValue } from './shown-value.ts';

/** What customers say poses as us, to be taken as a known impostor or dismissed. */
export function ReportList() {
  const t = useT();
  const reports = useQuery(reportsQuery);
  if (reports.error && !reports.data)
    return <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />;
  if (!reports.data) return <SkeletonRows rows={4} />;
  if (reports.data.length === 0)
    return (
      <EmptyState icon={<Inbox />} title={t('official.reports.empty')}>
        {t('official.reports.empty.text')}
      </EmptyState>
    );
  return (
    <Panel title={t('official.reports')} description={t('official.reports.text')}>
      <ul className="divide-y divide-line">
        {reports.data.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
    </Panel>
  );
}

function ReportRow({ report }: { report: OfficialReport }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const may = useCan()('official.manage');
  const client = useQueryClient();
  const value = shownValue(report);
  const decide = useMutation({
    mutationFn: (decision: 'accept' | 'dismiss') =>
      call(endpoints.official.decide, { params: { id: report.id }, body: { decision } }),
    onSuccess: (_, decision) => {
      void client.invalidateQueries({ queryKey: ['official'] });
      toast.show({
        title: t(decision === 'accept' ? 'official.reports.accepted' : 'official.reports.dismissed', {
          value,
        }),
        tone: 'success',
      });
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: ['official'] });
      toast.error(error);
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-mono text-sm break-all" dir="ltr">
          {value}
        </p>
        <p className="text-sm text-ink-3">
          {t('official.reports.count', { count: report.count })} · {format.relativeTime(report.lastAt)}
        </p>
        {report.notes.map((note) => (
          <p key={note} dir="auto" className="text-sm [overflow-wrap:anywhere] text-ink-2">
            {note}
          </p>
        ))}
      </div>
      {may && (
        <span className="flex gap-2">
          <Button
            size="sm"
            variant="primary"
            disabled={decide.isPending}
            aria-label={t('official.reports.accept.of', { value })}
            onClick={() => decide.mutate('accept')}
          >
            {t('official.reports.accept')}
          </Button>
          <Button
            size="sm"
            disabled={decide.isPending}
            aria-label={t('official.reports.dismiss.of', { value })}
            onClick={() => decide.mutate('dismiss')}
          >
            {t('official.reports.dismiss')}
          </Button>
        </span>
      )}
    </li>
  );
}
