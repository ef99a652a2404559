import type { SlaStep } from '@fairlead/contract';
import { ArrowUp, PhoneCall, Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useTicketChoices } from '../../tickets/choices.ts';
import { moveItem } from './move-item.ts';

const most = 10;

interface OnCallFieldsProps {
  value: SlaStep['onCall'];
  onChange: (value: SlaStep['onCall']) => void;
}

/** Who is called one after the other, until somebody acknowledges. */
export function OnCallFields({ value, onChange }: OnCallFieldsProps) {
  const t = useT();
  const { agents } = useTicketChoices();
  const [first] = agents.filter((it) => !value.some(({ agentId }) => agentId === it.value));
  return (
    <div role="group" aria-label={t('sla.on_call')} className="mt-3 border-t border-line pt-3">
      <p className="text-sm font-medium">{t('sla.on_call')}</p>
      <p className="text-sm text-ink-3">{t('sla.on_call.text')}</p>
      <ol className="mt-2 flex flex-col gap-2 empty:hidden">
        {value.map((call, index) => {
          const place = index + 1;
          return (
            // The same agent may be called twice: only the place tells them apart.
            <li key={index} className="flex flex-wrap items-center gap-2">
              <span className="w-4 text-end text-sm text-ink-3 tabular-nums">{place}</span>
              <Select
                label={t('sla.on_call.agent', { place })}
                value={call.agentId}
                onChange={(agentId) => onChange(value.with(index, { ...call, agentId }))}
                options={agents}
                className="w-48!"
              />
              <NumberInput
                label={t('sla.on_call.after', { place })}
                value={call.afterMinutes}
                onChange={(afterMinutes) => onChange(value.with(index, { ...call, afterMinutes }))}
                min={0}
                max={1440}
                step={5}
                unit={t('sla.on_call.minutes')}
              />
              <IconButton
                size="sm"
                label={t('sla.on_call.up', { place })}
                icon={<ArrowUp />}
                disabled={index === 0}
                onClick={() => onChange(moveItem(value, index, index - 1))}
              />
              <IconButton
                size="sm"
                label={t('sla.on_call.remove', { place })}
                icon={<Trash2 />}
                onClick={() => onChange(value.toSpliced(index, 1))}
              />
            </li>
          );
        })}
      </ol>
      <Button
        size="sm"
        icon={<PhoneCall />}
        disabled={!first || value.length >= most}
        className="mt-2"
        onClick={() =>
          first && onChange([...value, { agentId: first.value, afterMinutes: value.length === 0 ? 0 : 10 }])
        }
      >
        {t('sla.on_call.add')}
      </Button>
    </div>
  );
}
