import { endpoints, type WebhookDelivery } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAttemptText } from './use-attempt-text.ts';
import { deliveriesQuery } from './webhook-queries.ts';

const tones: Record<WebhookDelivery['state'], Tone> = {
  waiting: 'warning',
  delivered: 'success',
  failed: 'danger',
};

/** What a webhook was told, read once it is opened. */
export function WebhookLog({ id }: { id: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="border-t border-line pt-3">
      <Button
        size="sm"
        variant="quiet"
        icon={<ChevronDown className={open ? 'rotate-180' : ''} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('integrations.log')}
      </Button>
      {open && <Deliveries id={id} />}
    </div>
  );
}

function Deliveries({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const attemptText = useAttemptText();
  const deliveries = useQuery(deliveriesQuery(id));
  const again = useMutation({
    mutationFn: (delivery: WebhookDelivery) =>
      call(endpoints.webhooks.again, { params: { id, deliveryId: delivery.id } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: deliveriesQuery(id).queryKey }),
    onError: (error) => toast.error(error),
  });
  if (deliveries.error && !deliveries.data)
    return <ErrorState error={deliveries.error} onRetry={() => void deliveries.refetch()} />;
  if (!deliveries.data) return <SkeletonRows />;
  if (deliveries.data.length === 0)
    return <p className="mt-2 text-sm text-ink-3">{t('integrations.log.empty')}</p>;
  return (
    <ul className="mt-2 divide-y divide-line">
      {deliveries.data.map((delivery) => (
        <li key={delivery.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <Badge tone={tones[delivery.state]}>{t(`integrations.state.${delivery.state}`)}</Badge>
          <span className="min-w-0 flex-1 basis-56">
            <span className="block truncate">
              {delivery.message.kind !== 'test' && t(`integrations.kind.${delivery.message.kind}`)}{' '}
              <span className="font-mono text-sm text-ink-2">
                {delivery.message.article &&
                  `${delivery.message.article.slug} ${delivery.message.article.locale}`}
              </span>
            </span>
            <span className="block text-sm text-ink-3">
              {[
                format.dateTime(delivery.createdAt),
                ...(delivery.attempts > 0
                  ? [t('integrations.attempts', { count: delivery.attempts }), attemptText(delivery)]
                  : []),
                ...(delivery.nextAt && delivery.attempts > 0
                  ? [t('integrations.next', { when: format.relativeTime(delivery.nextAt) })]
                  : []),
              ].join(' · ')}
            </span>
          </span>
          {delivery.state === 'failed' && (
            <Button
              size="sm"
              icon={<RotateCw />}
              disabled={again.isPending}
              onClick={() => again.mutate(delivery)}
            >
              {t('integrations.again')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
