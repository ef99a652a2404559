import type { AlertHold, CustomerAlerts as Alerts } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { BellOff, BellRing } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { customerAlertsQuery } from './alert-queries.ts';
import { HoldDialog } from './hold-dialog.tsx';
import { useAlertWords } from './use-alert-words.ts';

/** The market alerts of a customer, who stopped them and why; and stopping them. */
export function CustomerAlerts({ customerId }: { customerId: string }) {
  const t = useT();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery(customerAlertsQuery(customerId));
  const [doing, setDoing] = useState<'hold' | 'lift' | null>(null);
  if (error && !data)
    return (
      <p role="alert" className="text-sm text-danger-text">
        {errorText(error)}{' '}
        <button type="button" className="underline" onClick={() => void refetch()}>
          {t('ui.retry')}
        </button>
      </p>
    );
  if (!data) return <Skeleton className="h-4 w-2/3" />;
  const [latest] = data.holds;
  const held = latest?.lifted === null;
  return (
    <div className="flex flex-col items-start gap-2">
      <How alerts={data} held={held} />
      <Lines alerts={data} />
      {data.holds.length > 0 && (
        <ul className="flex flex-col gap-1.5 border-s-2 border-line ps-3 text-sm">
          {data.holds.map((it) => (
            <HoldLine key={it.id} hold={it} />
          ))}
        </ul>
      )}
      {held ? (
        <Button size="sm" icon={<BellRing />} onClick={() => setDoing('lift')}>
          {t('alerts.lift')}
        </Button>
      ) : (
        (data.alerts.length > 0 || data.brief) && (
          <Button size="sm" icon={<BellOff />} onClick={() => setDoing('hold')}>
            {t('alerts.hold')}
          </Button>
        )
      )}
      {doing && <HoldDialog customerId={customerId} deed={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

function How({
  alerts: { enabled, stopped, byChat, byEmail, brief },
  held,
}: {
  alerts: Alerts;
  held: boolean;
}) {
  const t = useT();
  const format = useFormat();
  if (!enabled) return <Badge tone="warning">{t('alerts.module_off')}</Badge>;
  if (held) return <Badge tone="danger">{t('alerts.held')}</Badge>;
  if (stopped) return <Badge tone="neutral">{t('alerts.stopped_by_customer')}</Badge>;
  const ways = [byChat && t('alerts.by_chat'), byEmail && t('alerts.by_email')].filter((it) => it !== false);
  return (
    <p className="text-sm text-ink-3">
      {ways.length > 0 ? format.list(ways) : t('alerts.by_portal')}
      {brief && <> · {t('alerts.brief')}</>}
    </p>
  );
}

function Lines({ alerts: { alerts } }: { alerts: Alerts }) {
  const t = useT();
  const format = useFormat();
  const say = useAlertWords();
  if (alerts.length === 0) return <p className="text-sm text-ink-3">{t('alerts.none')}</p>;
  return (
    <ul className="flex w-full flex-col gap-1 text-sm">
      {alerts.map((it) => (
        <li key={it.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span>{say(it)}</span>
          <span className="text-ink-3">
            {t(`alerts.state.${it.state}`)}
            {it.lastFiredAt && <> · {t('alerts.last', { time: format.dateTime(it.lastFiredAt) })}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function HoldLine({ hold }: { hold: AlertHold }) {
  const t = useT();
  const format = useFormat();
  const { reason, note, heldBy, heldAt, lifted } = hold;
  return (
    <li>
      <span className="text-ink-2">
        {t('alerts.held_by', { name: heldBy.name, time: format.dateTime(heldAt) })}
        {' · '}
        {t(`alerts.reason.${reason}`)}
      </span>
      <br />
      <span className="break-words text-ink-3">{note}</span>
      {lifted && (
        <>
          <br />
          <span className="text-ink-2">
            {lifted.by
              ? t('alerts.lifted_by', { name: lifted.by.name, time: format.dateTime(lifted.at) })
              : t('alerts.lifted_by_customer', { time: format.dateTime(lifted.at) })}
          </span>
          {lifted.note && <span className="block break-words text-ink-3">{lifted.note}</span>}
        </>
      )}
    </li>
  );
}
