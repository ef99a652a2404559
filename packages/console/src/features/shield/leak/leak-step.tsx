import { type Compromise, type Conversation, endpoints, type StepState } from '@fairlead/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Circle, CircleCheck, CircleMinus, Ellipsis, Snowflake } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { FreezeDialog } from '../../exchange/freeze/freeze-dialog.tsx';
import { freezesOfQuery } from '../../exchange/freeze/freeze-queries.ts';
import { useLeakDone } from './use-leak-done.ts';

const marks = { open: Circle, done: CircleCheck, not_needed: CircleMinus };

interface LeakStepProps {
  matter: Compromise;
  step: Compromise['steps'][number];
  conversation: Conversation;
}

/** One step: whether it is done, by whom and when, and the ways to say so. */
export function LeakStep({ matter, step, conversation }: LeakStepProps) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const done = useLeakDone(conversation.id);
  const { by, at, state } = step;
  const set = useMutation({
    mutationFn: (to: StepState) => {
      if (step.step === 'tell') throw new Error('the system says so');
      return call(endpoints.compromises.setStep, {
        params: { id: conversation.id, exposure: matter.exposure },
        body: { step: step.step, state: to },
      });
    },
    onSettled: done,
  });
  const may = can('conversations.reply') && matter.closed === null && step.who !== 'system';
  const name = t(`shield.leak.step.${step.step}`);
  const Mark = marks[state];
  const time = at && format.dateTime(at);
  return (
    <li className="flex flex-col gap-1 border-t border-line py-1.5 first:border-t-0">
      <div className="flex items-start gap-2 text-sm">
        <Mark
          className={`mt-0.5 size-4 shrink-0 ${state === 'done' ? 'text-success-text' : 'text-ink-3'}`}
          aria-hidden
        />
        <div className="min-w-0 flex-1">
          <p className={state === 'open' ? '' : 'text-ink-2'}>{name}</p>
          {state !== 'open' && (
            <p className="text-xs text-ink-3">
              {t(state === 'done' ? 'shield.leak.done' : 'shield.leak.not_needed')}
              {time &&
                ` · ${by ? t('shield.leak.by', { name: by.name, time }) : t('shield.leak.by_system', { time })}`}
            </p>
          )}
        </div>
        {may && (
          <Menu
            align="end"
            trigger={
              <IconButton
                label={t('shield.leak.step.actions', { step: name })}
                icon={<Ellipsis />}
                size="sm"
                disabled={set.isPending}
              />
            }
          >
            {(['done', 'not_needed', 'open'] as const)
              .filter((it) => it !== state)
              .map((it) => (
                <MenuItem key={it} onSelect={() => set.mutate(it)}>
                  {t(it === 'open' ? 'shield.leak.open_again' : `shield.leak.${it}`)}
                </MenuItem>
              ))}
          </Menu>
        )}
      </div>
      {may && matter.next === step.step && (
        <div className="flex flex-wrap gap-2 ps-6">
          {step.step === 'freeze' && <FreezeNow conversation={conversation} />}
          {step.step !== 'freeze' && (
            <Button size="sm" loading={set.isPending} onClick={() => set.mutate('done')}>
              {t('shield.leak.done')}
            </Button>
          )}
          <Button size="sm" variant="quiet" disabled={set.isPending} onClick={() => set.mutate('not_needed')}>
            {t('shield.leak.not_needed')}
          </Button>
        </div>
      )}
      <FormError error={set.error} />
    </li>
  );
}

/** Freezes the account, by the way there is for it: asked for with a reason, and agreed to by a second person where that is needed. */
function FreezeNow({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const can = useCan();
  const [asking, ask] = useState(false);
  const may = can('exchange.freeze') && can('exchange.read') && conversation.customer.verified;
  const { data } = useQuery({ ...freezesOfQuery(conversation.id), enabled: may });
  const open = data?.items.some(({ state }) => state === 'waiting' || state === 'approved');
  if (!may || !data || open) return null;
  return (
    <>
      <Button size="sm" variant="danger" icon={<Snowflake />} onClick={() => ask(true)}>
        {t('exchange.freeze.open')}
      </Button>
      {asking && (
        <FreezeDialog conversationId={conversation.id} needsTwo={data.needsTwo} onClose={() => ask(false)} />
      )}
    </>
  );
}
