import {
  type Category,
  definitionOf,
  type FormField,
  type FormKey,
  type FormProblem,
  type Locale,
} from '@fairlead/contract';
import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { moveItem } from '../../sla/admin/move-item.ts';
import { FieldRow } from './field-row.tsx';
import { withoutField } from './form-draft.ts';
import { RemoveField } from './remove-field.tsx';
import { useForms } from './use-forms.ts';

interface FieldListProps {
  category: Category;
  fields: FormField[];
  problems: readonly FormProblem[];
  locale: Locale;
  /** The field whose settings are open. */
  open: FormKey | null;
  onOpen: (key: FormKey | null) => void;
  onChange: (fields: FormField[]) => void;
}

/** The fields of a form: put in order by drag or by key, opened, changed and removed. */
export function FieldList({ category, fields, problems, locale, open, onOpen, onChange }: FieldListProps) {
  const t = useT();
  const toast = useToast();
  const { labelOf } = useForms();
  const [dragged, setDragged] = useState<number | null>(null);
  const [removing, setRemoving] = useState<FormField | null>(null);
  const nameOf = (field: FormField) => labelOf(definitionOf(field));
  const take = (field: FormField) => {
    onChange(withoutField(fields, field.key));
    toast.show({
      id: `form-field-${field.key}`,
      title: t('forms.field.removed', { name: nameOf(field) }),
      action: { label: t('tickets.undo'), run: () => onChange(fields), undoes: true },
    });
  };
  if (fields.length === 0)
    return (
      <EmptyState icon={<ListPlus />} title={t('forms.none')}>
        {t('forms.none.text')}
      </EmptyState>
    );
  return (
    <>
      <ol className="flex flex-col gap-2">
        {fields.map((field, index) => (
          <FieldRow
            key={field.key}
            field={field}
            fields={fields}
            name={nameOf(field)}
            problem={problems.find((it) => it.key === field.key)?.code ?? null}
            place={index}
            locale={locale}
            open={open === field.key}
            onOpen={(next) => onOpen(next ? field.key : null)}
            onChange={(next) => onChange(fields.with(index, next))}
            onMove={(to) => onChange(moveItem(fields, index, to))}
            onDrag={() => setDragged(index)}
            onDrop={() => {
              if (dragged !== null && dragged !== index) onChange(moveItem(fields, dragged, index));
              setDragged(null);
            }}
            onRemove={() => setRemoving(field)}
          />
        ))}
      </ol>
      {removing && (
        <RemoveField
          category={category}
          field={removing}
          name={nameOf(removing)}
          onClose={() => setRemoving(null)}
          onRemove={() => take(removing)}
        />
      )}
    </>
  );
}
