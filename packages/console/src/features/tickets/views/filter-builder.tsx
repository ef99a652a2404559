import type { ViewCondition, ViewFilter } from '@fairlead/contract';
import { Plus } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConditionRow } from './condition-row.tsx';
import { newCondition } from './new-condition.ts';

const most = 20;

/** Puts a filter together: what must all hold, and of what one is enough. */
export function FilterBuilder(props: { value: ViewFilter; onChange: (filter: ViewFilter) => void }) {
  const { value, onChange } = props;
  return (
    <>
      <Conditions part="all" value={value.all} onChange={(all) => onChange({ ...value, all })} />
      <Conditions part="any" value={value.any} onChange={(any) => onChange({ ...value, any })} />
    </>
  );
}

interface ConditionsProps {
  part: 'all' | 'any';
  value: readonly ViewCondition[];
  onChange: (value: ViewCondition[]) => void;
}

function Conditions({ part, value, onChange }: ConditionsProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t(`tickets.filter.${part}`)}</legend>
      {value.length > 0 && (
        <ul className="flex flex-col gap-2">
          {value.map((condition, index) => (
            <ConditionRow
              // Conditions have no identity but their place.
              key={index}
              condition={condition}
              onChange={(next) => onChange(value.with(index, next))}
              onRemove={() => onChange(value.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <Button
        size="sm"
        icon={<Plus />}
        disabled={value.length >= most}
        onClick={() => onChange([...value, newCondition('status')])}
        className="self-start"
      >
        {t('tickets.condition.add')}
      </Button>
    </fieldset>
  );
}
