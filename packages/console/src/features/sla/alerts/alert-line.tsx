import { endpoints, type SlaAlert } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { putAlert } from '../../../live/sla-queries.ts';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useNow } from '../../inbox/use-now.ts';
import { alertKindOf, alertLooks, alertWords } from './alert-words.ts';

/** One alert: what is the matter, a link to the ticket, and the way to acknowledge it. */
export function AlertLine({ alert, onOpen }: { alert: SlaAlert; onOpen: () => void }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const now = useNow('moment');
  const { icon: Icon, ink } = alertLooks[alertKindOf(alert)];
  const acknowledge = useMutation({
    mutationFn: () => call(endpoints.sla.acknowledge, { params: { id: alert.id } }),
    onSuccess: (done) => putAlert(client, done),
    onError: toast.error,
  });
  return (
    <li className="flex items-start gap-2.5 py-2 ps-4 pe-2">
      <Icon className={cx('mt-0.5 size-4 shrink-0', ink)} aria-hidden />
      <div className="min-w-0 flex-1">
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: alert.ticketId }}
          preload={false}
          onClick={onOpen}
          className="rounded-sm font-medium hover:underline"
        >
          {alertWords(t, alert)}
        </Link>
        <p className="text-xs text-ink-3">
          <time dateTime={alert.createdAt}>{format.relativeTime(alert.createdAt, now)}</time>
          {alert.dueAt && ` · ${t('sla.due_at', { moment: format.dateTime(alert.dueAt) })}`}
          {alert.onCall && ` · ${t('sla.alert.call.hint')}`}
        </p>
      </div>
      <IconButton
        label={t('sla.alert.acknowledge', { number: String(alert.ticketNumber) })}
        icon={<Check />}
        onClick={() => acknowledge.mutate()}
        disabled={acknowledge.isPending}
      />
    </li>
  );
}
