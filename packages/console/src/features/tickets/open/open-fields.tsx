import { askedOf, type Category, type FormKey, type TicketFields } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { FormFieldInput } from '../forms/form-field-input.tsx';
import { useForms } from '../forms/use-forms.ts';

interface OpenFieldsProps {
  category: Category;
  values: TicketFields;
  onChange: (values: TicketFields) => void;
}

/** What the category asks, as far as an agent knows it already: all of it may be filled in later. */
export function OpenFields({ category, values, onChange }: OpenFieldsProps) {
  const t = useT();
  const forms = useForms();
  const asked = askedOf(forms.book.formOf(category), values);
  if (asked.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-line px-3.5 pt-1 pb-3.5">
      <legend className="px-1 text-sm font-medium">{t('tickets.evidence')}</legend>
      <p className="text-sm text-ink-3">{t('tickets.open.fields')}</p>
      {asked.map((field) => (
        <FormFieldInput
          key={field.key}
          field={field}
          forms={forms}
          label={forms.labelOf(field)}
          hint={forms.helpOf(field) ?? undefined}
          value={values[field.key] ?? ''}
          onChange={(value) => onChange({ ...values, [field.key]: value })}
        />
      ))}
    </fieldset>
  );
}

/** What is sent of what was filled in: what the category asks for as it stands now. */
export function useFilled(category: Category | '', values: TicketFields): TicketFields {
  const { book } = useForms();
  if (category === '') return {};
  const asked = askedOf(book.formOf(category), values);
  const filled = asked.flatMap(({ key }): Array<[FormKey, string]> => {
    const value = values[key]?.trim() ?? '';
    return value === '' ? [] : [[key, value]];
  });
  return Object.fromEntries(filled);
}
