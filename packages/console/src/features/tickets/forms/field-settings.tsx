import {
  definitionOf,
  type FormField,
  fieldLabel,
  isShippedField,
  type Locale,
  localeNames,
  maximumHelpLength,
  maximumLabelLength,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { contractWordsQuery } from './contract-words.ts';
import { FieldDraft } from './field-draft.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { TextInput } from './text-input.tsx';

interface FieldSettingsProps {
  field: FormField;
  fields: readonly FormField[];
  locale: Locale;
  onChange: (field: FormField) => void;
}

type Need = 'optional' | 'required' | 'to_solve' | 'both';
const needOf = ({ required, toSolve }: FormField): Need =>
  required ? (toSolve ? 'both' : 'required') : toSolve ? 'to_solve' : 'optional';

/** Everything that can be said about a field: its words in the language that is edited, what it must hold, who sees it, and when. */
export function FieldSettings({ field, fields, locale, onChange }: FieldSettingsProps) {
  const t = useT();
  const { data: said } = useQuery(contractWordsQuery(locale));
  const { own, agentsOnly } = field;
  const shipped = isShippedField(field.key);
  const needs: Need[] = agentsOnly ? ['optional', 'to_solve'] : ['optional', 'required', 'to_solve', 'both'];
  const language = localeNames[locale];
  return (
    <div className="flex flex-col gap-5">
      <TextInput
        label={t('forms.label', { language })}
        texts={field.label}
        locale={locale}
        longest={maximumLabelLength}
        shipped={shipped}
        standIn={said && fieldLabel(definitionOf(field), locale, said)}
        onChange={(label) => onChange({ ...field, label })}
      />
      <TextInput
        label={t('forms.help', { language })}
        texts={field.help}
        locale={locale}
        longest={maximumHelpLength}
        shipped={false}
        onChange={(help) => onChange({ ...field, help })}
      />
      {own && (own.type === 'choice' || own.type === 'choices') && (
        <OptionsEditor own={own} locale={locale} onChange={(next) => onChange({ ...field, own: next })} />
      )}
      <FieldDraft field={field} locale={locale} onChange={onChange} />
      <Switch
        checked={agentsOnly}
        onChange={(on) => onChange({ ...field, agentsOnly: on, required: on ? false : field.required })}
        label={t('forms.agents_only')}
        hint={t('forms.agents_only.hint')}
      />
      <Field label={t('forms.need')}>
        <Select
          value={needOf(field)}
          onChange={(need: Need) =>
            onChange({
              ...field,
              required: need === 'required' || need === 'both',
              toSolve: need === 'to_solve' || need === 'both',
            })
          }
          options={needs.map((it) => ({ value: it, label: t(`forms.need.${it}`) }))}
          className="max-w-md"
        />
      </Field>
      <ConditionEditor
        when={field.when}
        others={fields.filter((it) => it.key !== field.key)}
        onChange={(when) => onChange({ ...field, when })}
      />
    </div>
  );
}
