import { type SlaStep, slaStep } from '@fairlead/contract';
import { Plus } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { StepFields } from './step-fields.tsx';

const most = 20;

interface StepListProps {
  value: readonly SlaStep[];
  onChange: (value: SlaStep[]) => void;
}

/** What is done as a promise is about to pass, and after it has. */
export function StepList({ value, onChange }: StepListProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-base font-semibold">{t('sla.steps')}</legend>
      <p className="text-sm text-ink-3">{t('sla.steps.text')}</p>
      {value.map((step, index) => (
        <StepFields
          // Steps have no identity but their place.
          key={index}
          step={step}
          place={index + 1}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <Button
        size="sm"
        icon={<Plus />}
        disabled={value.length >= most}
        className="self-start"
        onClick={() => onChange([...value, slaStep.parse({ share: 1, notifyAssignee: true })])}
      >
        {t('sla.step.add')}
      </Button>
    </fieldset>
  );
}
