import { type FormKey, fieldKeys, type RuleCondition } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { Select } from '../../ui/select.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { useForms } from '../tickets/forms/use-forms.ts';

type FormCondition = Extract<RuleCondition, { field: 'form' }>;

interface FormFieldValueProps {
  condition: FormCondition;
  onChange: (condition: FormCondition) => void;
}

/** Which field of a ticket's form a condition is about, and what it must hold: chosen where there is something to choose. */
export function FormFieldValue({ condition, onChange }: FormFieldValueProps) {
  const t = useT();
  const forms = useForms();
  const { key, values } = condition;
  const field = forms.book.fieldOf(key);
  const label = t('automation.condition.values');
  const keys: FormKey[] = [...new Set([...forms.ownKeys, ...fieldKeys, key])];
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Select
        label={t('automation.form.key')}
        value={key}
        onChange={(next: FormKey) => onChange({ ...condition, key: next, values: [] })}
        options={keys.map((value) => ({ value, label: forms.nameOf(value) }))}
      />
      {field && field.choices.length > 0 ? (
        <MultiSelect
          anyOf
          label={label}
          value={values}
          onChange={(next) => onChange({ ...condition, values: next })}
          options={[...new Set([...field.choices, ...values])].map((value) => ({
            value,
            label: forms.choiceOf(field, value),
          }))}
          placeholder={t('actions.choose')}
        />
      ) : (
        <TagInput
          label={label}
          value={values}
          onChange={(next) => onChange({ ...condition, values: next })}
          maximumLength={200}
          maximumCount={20}
          placeholder={t('actions.entries.hint')}
        />
      )}
    </div>
  );
}
