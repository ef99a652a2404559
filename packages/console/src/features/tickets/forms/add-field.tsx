import {
  definitionOf,
  type FormField,
  isShippedField,
  type KnownFields,
  type Locale,
  maximumFormFields,
} from '@fairlead/contract';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { fieldsToAdd } from './form-draft.ts';
import { NewFieldDialog } from './new-field-dialog.tsx';
import { useForms } from './use-forms.ts';

interface AddFieldProps {
  fields: readonly FormField[];
  known: KnownFields;
  locale: Locale;
  onAdd: (field: FormField) => void;
}

/** Puts a field at the end of a form: a new one, one that came along, or one that was made for another form. */
export function AddField({ fields, known, locale, onAdd }: AddFieldProps) {
  const t = useT();
  const { labelOf } = useForms();
  const [making, setMaking] = useState(false);
  const offered = fieldsToAdd(fields, known).map((field) => ({ field, name: labelOf(definitionOf(field)) }));
  const own = offered.filter(({ field }) => !isShippedField(field.key));
  const shipped = offered.filter(({ field }) => isShippedField(field.key));
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button icon={<Plus />} disabled={fields.length >= maximumFormFields}>
            {t('forms.add')}
          </Button>
        }
      >
        <MenuItem icon={<Plus />} onSelect={() => setMaking(true)}>
          {t('forms.add.new')}
        </MenuItem>
        {[own, shipped].map(
          (some) =>
            some[0] && (
              <div key={some[0].field.key}>
                <MenuSeparator />
                {some.map(({ field, name }) => (
                  <MenuItem key={field.key} onSelect={() => onAdd(field)}>
                    {name}
                  </MenuItem>
                ))}
              </div>
            ),
        )}
      </Menu>
      {making && <NewFieldDialog locale={locale} onClose={() => setMaking(false)} onMade={onAdd} />}
    </>
  );
}
