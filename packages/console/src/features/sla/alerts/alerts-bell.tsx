import { endpoints } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff, CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { alertsQuery, slaKeys } from '../../../live/sla-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { AlertLine } from './alert-line.tsx';
import { useAlertToasts } from './use-alert-toasts.ts';

/** As many as the server tells of. */
const most = 200;

/** What is late or soon will be and concerns the agent, behind a bell that says how many there are. */
export function AlertsBell() {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(alertsQuery);
  useAlertToasts(data, () => setOpen(true));
  const count = data?.length ?? 0;
  const written =
    count >= most ? t('tickets.view.more', { count: format.number(most) }) : format.number(count);
  const label = count > 0 ? t('sla.alerts.counted', { count: written }) : t('sla.alerts');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      side="inline-end"
      title={t('sla.alerts')}
      actions={count > 1 && data?.[0] && <AcknowledgeAll upTo={data[0].id} />}
      trigger={
        <button
          type="button"
          aria-label={label}
          className="relative grid size-10 place-items-center rounded-md text-ink-2 transition-colors hover:bg-hover hover:text-ink data-popup-open:bg-hover max-sm:h-12 max-sm:w-auto max-sm:flex-1"
        >
          <Bell className="size-5" strokeWidth={1.8} />
          {count > 0 && (
            <span
              aria-hidden
              className="absolute start-1/2 top-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-2xs leading-none font-semibold text-danger-ink ring-2 ring-surface"
            >
              {count > 99 ? t('tickets.view.more', { count: format.number(99) }) : written}
            </span>
          )}
        </button>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : count === 0 ? (
        <EmptyState icon={<BellOff />} title={t('sla.alerts.none')} level={3} className="py-8">
          {t('sla.alerts.none.text')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {data.map((alert) => (
            <AlertLine key={alert.id} alert={alert} onOpen={() => setOpen(false)} />
          ))}
        </ul>
      )}
    </Popover>
  );
}

function AcknowledgeAll({ upTo }: { upTo: string }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const all = useMutation({
    mutationFn: () => call(endpoints.sla.acknowledgeAll, { body: { upTo } }),
    onSuccess: () => client.invalidateQueries({ queryKey: slaKeys.alerts }),
    onError: toast.error,
  });
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<CheckCheck />}
      loading={all.isPending}
      onClick={() => all.mutate()}
    >
      {t('sla.alerts.all')}
    </Button>
  );
}
