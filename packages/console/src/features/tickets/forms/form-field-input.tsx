import { chosenIn, type FieldDefinition, inOrder, maximumFieldLength } from '@fairlead/contract';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { CheckboxList } from '../../../ui/checkbox-list.tsx';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import type { Forms } from './use-forms.ts';

interface FormFieldInputProps {
  field: FieldDefinition;
  forms: Forms;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value: string;
  disabled?: boolean;
  onChange: (value: string) => void;
  /** It was left, or something was chosen: what it holds now. */
  onLeave?: (value: string) => void;
}

/** A field of a ticket's form, filled in by what suits its kind. */
export function FormFieldInput(props: FormFieldInputProps) {
  const { field, forms, label, hint, error, value, disabled = false, onChange, onLeave } = props;
  const { type, choices } = field;
  if (type !== 'choices')
    return (
      <Field label={label} hint={hint} error={error}>
        <Control {...props} />
      </Field>
    );
  // What it does not offer any more can be seen, and taken off.
  const all = [...choices, ...chosenIn(value).filter((it) => !choices.includes(it))];
  return (
    <CheckboxList
      label={label}
      hint={hint}
      error={error}
      options={all.map((it) => ({ value: it, label: forms.choiceOf(field, it) }))}
      value={chosenIn(value)}
      onChange={(next) => {
        const chosen = inOrder(next.join(','), choices);
        onChange(chosen);
        onLeave?.(chosen);
      }}
      disabled={disabled}
    />
  );
}

function Control({ field, forms, value, disabled = false, onChange, onLeave }: FormFieldInputProps) {
  const t = useT();
  const { key, type, choices } = field;
  const choose = (next: string) => {
    onChange(next);
    onLeave?.(next);
  };
  const control = { value, disabled, maxLength: maximumFieldLength[type] };
  if (choices.length > 0) {
    const all = value === '' || choices.includes(value) ? choices : [...choices, value];
    return (
      <Select
        value={value}
        onChange={choose}
        options={[
          { value: '', label: t('tickets.evidence.unknown') },
          ...all.map((it) => ({ value: it, label: forms.choiceOf(field, it) })),
        ]}
        disabled={disabled}
      />
    );
  }
  if (type === 'text')
    return (
      <Textarea
        {...control}
        rows={key === 'description' ? 3 : 1}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onLeave?.(value)}
      />
    );
  return (
    <Input
      {...control}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' || type === 'amount' ? 'decimal' : undefined}
      mono={['txid', 'address', 'memo', 'order_id', 'error_code'].includes(type)}
      onValueChange={onChange}
      onBlur={() => onLeave?.(value)}
      onKeyDown={(event) => {
        if (onLeave && event.key === 'Enter' && !event.nativeEvent.isComposing) onLeave(value);
      }}
    />
  );
}
