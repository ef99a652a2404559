import type { RuleCondition } from '@fairlead/contract';
import { Trash2 } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { ProblemLine } from '../tickets/actions/problem-line.tsx';
import { ConditionValue } from './condition-value.tsx';
import { conditionFields, newCondition } from './new-condition.ts';
import { problemOfCondition } from './rule-problems.ts';

interface ConditionRowProps {
  condition: RuleCondition;
  /** From 1. */
  place: number;
  onChange: (condition: RuleCondition) => void;
  onRemove: () => void;
}

/** One condition of a rule: what it is about, how it is compared, and with what. */
export function ConditionRow({ condition, place, onChange, onRemove }: ConditionRowProps) {
  const t = useT();
  return (
    <div
      role="group"
      aria-label={t('automation.condition', { place })}
      className="flex items-start gap-2 rounded-md border border-line p-2"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="grid gap-2 sm:grid-cols-[11rem_10rem_minmax(0,1fr)]">
          <Select
            label={t('automation.condition.about')}
            value={condition.field}
            onChange={(field) => onChange(newCondition(field))}
            options={conditionFields.map((value) => ({ value, label: t(`automation.field.${value}`) }))}
          />
          <How condition={condition} onChange={onChange} />
          <ConditionValue condition={condition} onChange={onChange} />
        </div>
        <ProblemLine problem={problemOfCondition(condition)} />
      </div>
      <IconButton
        size="sm"
        label={t('automation.condition.remove', { place })}
        icon={<Trash2 />}
        onClick={onRemove}
      />
    </div>
  );
}

function How({ condition, onChange }: Pick<ConditionRowProps, 'condition' | 'onChange'>) {
  const t = useT();
  const label = t('automation.condition.how');
  const named = <T extends 'in' | 'not_in' | 'contains' | 'contains_none' | 'at_least' | 'at_most' | 'below'>(
    values: readonly T[],
  ) => values.map((value) => ({ value, label: t(`automation.how.${value}`) }));
  switch (condition.field) {
    case 'verified':
    case 'assigned':
    case 'back_office':
      return (
        <Select
          label={label}
          value={condition.is ? 'yes' : 'no'}
          onChange={(next) => onChange({ ...condition, is: next === 'yes' })}
          options={[
            { value: 'yes', label: t('automation.yes') },
            { value: 'no', label: t('automation.no') },
          ]}
        />
      );
    case 'subject':
    case 'text':
      return (
        <Select
          label={label}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
          options={named(['contains', 'contains_none'])}
        />
      );
    case 'amount':
    case 'hours':
      return (
        <Select
          label={label}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
          options={named(['at_least', 'below'])}
        />
      );
    case 'score':
      return (
        <Select
          label={label}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
          options={named(['at_least', 'at_most'])}
        />
      );
    default:
      return (
        <Select
          label={label}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
          options={named(['in', 'not_in'])}
        />
      );
  }
}
