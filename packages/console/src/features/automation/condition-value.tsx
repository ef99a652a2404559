import { hoursSince, type RuleCondition, ruleCondition } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { useConditionChoices } from './condition-words.ts';
import { FormFieldValue } from './form-field-value.tsx';

interface ConditionValueProps {
  condition: RuleCondition;
  onChange: (condition: RuleCondition) => void;
}

/** What a condition compares with, by its field. */
export function ConditionValue({ condition, onChange }: ConditionValueProps) {
  const t = useT();
  const choices = useConditionChoices();
  const label = t('automation.condition.values');
  switch (condition.field) {
    case 'verified':
    case 'assigned':
    case 'back_office':
      return null;
    case 'subject':
    case 'text':
      return (
        <TagInput
          label={label}
          value={condition.words}
          onChange={(words) => onChange({ ...condition, words })}
          maximumLength={80}
          maximumCount={20}
          placeholder={t('actions.entries.hint')}
        />
      );
    case 'tags':
    case 'asset':
      return (
        <TagInput
          label={label}
          value={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
          maximumLength={condition.field === 'tags' ? 40 : 20}
          maximumCount={20}
          placeholder={t('actions.entries.hint')}
        />
      );
    case 'form':
      return <FormFieldValue condition={condition} onChange={onChange} />;
    case 'amount':
      return (
        <NumberInput
          label={label}
          value={condition.amount}
          onChange={(amount) => onChange({ ...condition, amount })}
          min={1}
          max={1e12}
        />
      );
    case 'score':
      return (
        <NumberInput
          label={label}
          value={condition.score}
          onChange={(score) => onChange({ ...condition, score })}
          min={1}
          max={5}
        />
      );
    case 'hours':
      return (
        <div className="flex flex-wrap gap-2">
          <NumberInput
            label={t('tickets.condition.hours')}
            value={condition.hours}
            onChange={(hours) => onChange({ ...condition, hours })}
            min={1}
            max={8760}
            unit={t('tickets.condition.hours')}
          />
          <Select
            label={label}
            value={condition.since}
            onChange={(since) => onChange({ ...condition, since })}
            options={hoursSince.map((value) => ({ value, label: t(`automation.since.${value}`) }))}
          />
        </div>
      );
    default:
      return (
        <MultiSelect
          anyOf
          label={label}
          value={condition.values as string[]}
          onChange={(values) =>
            onChange(ruleCondition.safeParse({ ...condition, values }).data ?? { ...condition, values: [] })
          }
          options={choices[condition.field]}
          placeholder={t('actions.choose')}
        />
      );
  }
}
