import { channels, type ViewCondition } from '@fairlead/contract';
import { Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTicketChoices } from '../choices.ts';
import { channelLabel } from '../marks/channel-mark.tsx';
import { conditionFields, newCondition } from './new-condition.ts';

interface ConditionRowProps {
  condition: ViewCondition;
  onChange: (condition: ViewCondition) => void;
  onRemove: () => void;
}

/** One condition of a view: what it is about, and what that must be. */
export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const t = useT();
  return (
    <li className="flex items-start gap-2">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Select
          label={t('tickets.condition.about')}
          value={condition.field}
          onChange={(field) => onChange(newCondition(field))}
          options={conditionFields.map((field) => ({ value: field, label: t(`tickets.condition.${field}`) }))}
        />
        <Wanted condition={condition} onChange={onChange} />
      </div>
      <IconButton label={t('tickets.condition.remove')} icon={<Trash2 />} onClick={onRemove} />
    </li>
  );
}

function Wanted({ condition, onChange }: Omit<ConditionRowProps, 'onRemove'>) {
  const t = useT();
  const choices = useTicketChoices();
  const label = t(`tickets.condition.${condition.field}`);
  const shared = { label, placeholder: t('tickets.condition.choose'), anyOf: true };
  switch (condition.field) {
    case 'status':
      return (
        <MultiSelect
          {...shared}
          value={condition.in}
          onChange={(wanted) => onChange({ field: 'status', in: wanted })}
          options={choices.statuses}
        />
      );
    case 'priority':
      return (
        <MultiSelect
          {...shared}
          value={condition.in}
          onChange={(wanted) => onChange({ field: 'priority', in: wanted })}
          options={choices.priorities}
        />
      );
    case 'category':
      return (
        <MultiSelect
          {...shared}
          value={condition.in}
          onChange={(wanted) => onChange({ field: 'category', in: wanted })}
          options={choices.categories}
        />
      );
    case 'channel':
      return (
        <MultiSelect
          {...shared}
          value={condition.in}
          onChange={(wanted) => onChange({ field: 'channel', in: wanted })}
          options={channels.map((value) => ({ value, label: channelLabel(t, value) }))}
        />
      );
    case 'team':
    case 'assignee':
    case 'language': {
      const { field } = condition;
      const options = { team: choices.teams, assignee: choices.agents, language: choices.languages }[field];
      return (
        <MultiSelect
          {...shared}
          value={condition.in}
          onChange={(wanted) => onChange({ field, in: wanted })}
          options={options}
        />
      );
    }
    case 'tags':
      return (
        <TagInput
          label={label}
          value={condition.in}
          onChange={(wanted) => onChange({ field: 'tags', in: wanted })}
          maximumLength={40}
          maximumCount={20}
          placeholder={t('tickets.tags.hint')}
        />
      );
    case 'created':
    case 'updated':
    case 'solved': {
      const { field, hours, age } = condition;
      return (
        <div className="flex flex-wrap gap-2">
          <Select
            label={t('tickets.condition.age')}
            value={age}
            onChange={(next) => onChange({ field, hours, age: next })}
            options={[
              { value: 'within', label: t('tickets.condition.within') },
              { value: 'before', label: t('tickets.condition.before') },
            ]}
            className="w-44!"
          />
          <NumberInput
            label={t('tickets.condition.hours')}
            value={hours}
            onChange={(next) => onChange({ field, age, hours: next })}
            min={1}
            max={8760}
            unit={t('tickets.condition.hours')}
          />
        </div>
      );
    }
    case 'due':
      return (
        <NumberInput
          label={t('tickets.condition.hours')}
          value={condition.hours}
          onChange={(hours) => onChange({ field: 'due', hours })}
          min={1}
          max={8760}
          unit={t('tickets.condition.hours')}
        />
      );
    default:
      return <span className="self-center text-sm text-ink-3">{t('tickets.condition.holds')}</span>;
  }
}
