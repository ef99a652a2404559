import type { SlaTrial } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Check, FlaskConical, X } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TicketLine } from '../../tickets/marks/ticket-line.tsx';
import { ChooseTicketDialog } from '../../tickets/page/choose-ticket-dialog.tsx';
import { policyLabel } from '../policy-label.ts';
import { policiesQuery, trialQuery } from './sla-admin-queries.ts';

/** Which policy a ticket would get now, why not those before it, and what would be due when. */
export function TryTab() {
  const t = useT();
  const can = useCan();
  const [id, setId] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const trial = useQuery({ ...trialQuery(id ?? ''), enabled: id !== null });
  const choose = (
    <Button icon={<FlaskConical />} onClick={() => setChoosing(true)} disabled={!can('tickets.read')}>
      {t('sla.try.choose')}
    </Button>
  );
  return (
    <>
      {id === null ? (
        <EmptyState icon={<FlaskConical />} title={t('sla.try.title')} action={choose}>
          {t('sla.try.text')}
        </EmptyState>
      ) : (
        <Panel title={t('sla.try.result')} description={t('sla.try.result.text')} actions={choose}>
          {trial.error ? (
            <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />
          ) : trial.data ? (
            <Result trial={trial.data} />
          ) : (
            <Skeleton className="h-40" />
          )}
        </Panel>
      )}
      {choosing && (
        <ChooseTicketDialog
          title={t('sla.try.choose')}
          except=""
          customerId={undefined}
          onClose={() => setChoosing(false)}
          onChoose={(chosen) => {
            setId(chosen);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}

function Result({ trial }: { trial: SlaTrial }) {
  const t = useT();
  const format = useFormat();
  const { data: policies = [] } = useQuery(policiesQuery);
  const nameOf = (id: string) => {
    const policy = policies.find((it) => it.id === id);
    return policy ? policyLabel(t, policy) : '';
  };
  return (
    <div className="flex flex-col gap-4">
      <TicketLine ticket={trial.ticket} />
      <ol className="flex flex-col gap-1">
        {trial.tried.map(({ policyId, against }) => (
          <li key={policyId} className="flex items-start gap-2">
            {against.length === 0 ? (
              <Check className="mt-0.5 size-4 shrink-0 text-success-text" aria-hidden />
            ) : (
              <X className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
            )}
            <span className={against.length === 0 ? 'font-semibold' : 'text-ink-2'}>
              {nameOf(policyId)}
              <span className="block text-sm font-normal text-ink-3">
                {against.length === 0
                  ? t('sla.try.fits')
                  : t('sla.try.against', { traits: format.list(against.map((it) => t(`sla.trait.${it}`))) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {trial.policyId === null ? (
        <p className="text-ink-2">{t('sla.try.none')}</p>
      ) : (
        <table className="w-full text-start text-sm">
          <thead className="text-ink-3">
            <tr>
              {(['kind', 'promised', 'warns', 'due'] as const).map((head) => (
                <th key={head} scope="col" className="border-b border-line py-1 pe-3 text-start font-medium">
                  {t(`sla.try.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trial.times.map(({ kind, minutes, warnAt, dueAt }) => (
              <tr key={kind} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-3 text-start font-medium">
                  {t(`sla.kind.${kind}`)}
                </th>
                <td className="pe-3">{format.duration(minutes * 60)}</td>
                <td className="pe-3">{warnAt ? format.dateTime(warnAt) : t('sla.try.never')}</td>
                <td>{dueAt ? format.dateTime(dueAt) : t('sla.try.never')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
