import { type SlaStep, slaKinds } from '@fairlead/contract';
import { Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useTicketChoices } from '../../tickets/choices.ts';
import { OnCallFields } from './on-call-fields.tsx';

interface StepFieldsProps {
  step: SlaStep;
  /** From 1. */
  place: number;
  onChange: (step: SlaStep) => void;
  onRemove: () => void;
}

/** One step: when it is taken, whom it tells, and what becomes of the ticket. */
export function StepFields({ step, place, onChange, onRemove }: StepFieldsProps) {
  const t = useT();
  const { teams, agents } = useTicketChoices();
  const change = (part: Partial<SlaStep>) => onChange({ ...step, ...part });
  const percent = Math.round(step.share * 100);
  return (
    <div role="group" aria-label={t('sla.step', { place })} className="rounded-md border border-line p-3">
      <div className="flex items-center gap-2">
        <span className="flex-1 text-sm font-medium">
          {t(percent < 100 ? 'sla.step.before' : percent === 100 ? 'sla.step.at' : 'sla.step.after', {
            percent,
          })}
        </span>
        <IconButton size="sm" label={t('sla.step.remove', { place })} icon={<Trash2 />} onClick={onRemove} />
      </div>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Field label={t('sla.step.share')}>
          <NumberInput
            value={percent}
            onChange={(next) => change({ share: next / 100 })}
            min={5}
            max={1000}
            step={5}
            unit={t('sla.percent')}
          />
        </Field>
        <Field label={t('sla.step.kinds')}>
          <MultiSelect
            value={step.kinds}
            onChange={(kinds) => change({ kinds })}
            options={slaKinds.map((it) => ({ value: it, label: t(`sla.kind.${it}`) }))}
            placeholder={t('sla.step.kinds.all')}
          />
        </Field>
        <div>
          <Checkbox
            checked={step.notifyAssignee}
            onChange={(notifyAssignee) => change({ notifyAssignee })}
            label={t('sla.step.assignee')}
          />
          <Checkbox
            checked={step.notifyTeam}
            onChange={(notifyTeam) => change({ notifyTeam })}
            label={t('sla.step.team')}
          />
          <Checkbox
            checked={step.raisePriority}
            onChange={(raisePriority) => change({ raisePriority })}
            label={t('sla.step.priority')}
          />
        </div>
        <div className="flex flex-col gap-3">
          <Field label={t('sla.step.agents')}>
            <MultiSelect
              value={step.notifyAgentIds}
              onChange={(notifyAgentIds) => change({ notifyAgentIds })}
              options={agents}
              placeholder={t('tickets.nobody')}
            />
          </Field>
          <Field label={t('sla.step.move')}>
            <Select
              value={step.moveToTeamId ?? ''}
              onChange={(id) => change({ moveToTeamId: id || null })}
              options={[{ value: '', label: t('sla.step.move.no') }, ...teams]}
            />
          </Field>
        </div>
      </div>
      <OnCallFields value={step.onCall} onChange={(onCall) => change({ onCall })} />
    </div>
  );
}
