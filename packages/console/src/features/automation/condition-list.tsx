import type { RuleCondition, RuleConditions } from '@fairlead/contract';
import { Plus } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { ConditionRow } from './condition-row.tsx';
import { newCondition } from './new-condition.ts';

const most = 20;

interface ConditionListProps {
  group: keyof RuleConditions;
  value: readonly RuleCondition[];
  onChange: (value: RuleCondition[]) => void;
}

/** The conditions that all must hold, or those of which one is enough. */
export function ConditionList({ group, value, onChange }: ConditionListProps) {
  const t = useT();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t(`automation.if.${group}`)}</legend>
      {value.length === 0 && <p className="text-sm text-ink-3">{t(`automation.if.${group}.none`)}</p>}
      {value.map((condition, index) => (
        <ConditionRow
          // Conditions have no identity but their place.
          key={index}
          condition={condition}
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
        onClick={() => onChange([...value, newCondition('category')])}
      >
        {t(group === 'all' ? 'automation.condition.add' : 'automation.condition.add.any')}
      </Button>
    </fieldset>
  );
}
