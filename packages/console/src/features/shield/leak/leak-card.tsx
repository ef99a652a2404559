import {
  type Compromise,
  type CompromiseOutcome,
  type Conversation,
  compromiseOutcomes,
  endpoints,
} from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { LeakStep } from './leak-step.tsx';
import { useLeakDone } from './use-leak-done.ts';

const tones: Record<Compromise['state'], Tone> = {
  leaked: 'danger',
  told: 'warning',
  checking: 'warning',
  settled: 'success',
  closed: 'neutral',
};

/** One secret that was written down: its steps, what comes next, and how it ended. */
export function LeakCard({ matter, conversation }: { matter: Compromise; conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const toast = useToast();
  const done = useLeakDone(conversation.id);
  const { closed, exposure, next, state, steps } = matter;
  const at = { params: { id: conversation.id, exposure } };
  const reopen = useMutation({
    mutationFn: () => call(endpoints.compromises.reopen, at),
    onSettled: done,
  });
  const close = useMutation({
    mutationFn: (outcome: CompromiseOutcome) =>
      call(endpoints.compromises.close, { ...at, body: { outcome } }),
    onSuccess: () =>
      void toast.show({
        title: t('shield.leak.closed.toast'),
        action: { label: t('shield.leak.reopen'), run: () => reopen.mutate(), undoes: true },
      }),
    onSettled: done,
  });
  const may = can('conversations.reply');
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-medium">{t(`shield.leak.exposure.${exposure}`)}</h3>
        <Badge tone={tones[state]}>{t(`shield.leak.state.${state}`)}</Badge>
      </div>
      {next && (
        <p className="text-sm text-ink-2">
          {next === 'close'
            ? t('shield.leak.next.close')
            : t('shield.leak.next', { step: t(`shield.leak.step.${next}`) })}
        </p>
      )}
      <ol className="flex flex-col">
        {steps.map((it) => (
          <LeakStep key={it.step} matter={matter} step={it} conversation={conversation} />
        ))}
      </ol>
      {closed ? (
        <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
          <p className="min-w-0 flex-1">
            {t('shield.leak.closed', {
              outcome: t(`shield.leak.outcome.${closed.outcome}`),
              name: closed.by.name,
              time: format.dateTime(closed.at),
            })}
          </p>
          {may && (
            <Button size="sm" loading={reopen.isPending} onClick={() => reopen.mutate()}>
              {t('shield.leak.reopen')}
            </Button>
          )}
        </div>
      ) : (
        may && (
          <Menu
            align="end"
            trigger={
              <Button size="sm" loading={close.isPending} className="self-start">
                {t('shield.leak.close')}
                <ChevronDown aria-hidden />
              </Button>
            }
          >
            {compromiseOutcomes.map((outcome) => (
              <MenuItem
                key={outcome}
                disabled={outcome === 'secured' && next !== 'close'}
                onSelect={() => close.mutate(outcome)}
              >
                {t(`shield.leak.outcome.${outcome}`)}
              </MenuItem>
            ))}
          </Menu>
        )
      )}
      <FormError error={close.error ?? reopen.error} />
    </div>
  );
}
