import {
  definitionOf,
  type FieldClause,
  type FieldCondition,
  type FormField,
  type FormKey,
  maximumFieldClauses,
} from '@fairlead/contract';
import { Plus, Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useForms } from './use-forms.ts';

interface ConditionEditorProps {
  when: FieldCondition | null;
  /** The other fields of the form. */
  others: readonly FormField[];
  onChange: (when: FieldCondition | null) => void;
}

/** When a field is asked for: always, or while other fields hold something. */
export function ConditionEditor({ when, others, onChange }: ConditionEditorProps) {
  const t = useT();
  const clauses = when?.of ?? [];
  const set = (of: FieldClause[]) => onChange(of.length === 0 ? null : { match: when?.match ?? 'all', of });
  const [first] = others;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('forms.when')}</legend>
      {when === null && <p className="text-sm text-ink-3">{t('forms.when.always')}</p>}
      {when && clauses.length > 1 && (
        <Segmented
          label={t('forms.when.match')}
          value={when.match}
          onChange={(match) => onChange({ ...when, match })}
          options={[
            { value: 'all', label: t('forms.when.all') },
            { value: 'any', label: t('forms.when.any') },
          ]}
          className="self-start"
        />
      )}
      <ul className="flex flex-col gap-2">
        {clauses.map((clause, index) => (
          <ClauseRow
            // Clauses have no names, and two may be alike.
            key={`${index} ${clause.field}`}
            clause={clause}
            others={others}
            onChange={(next) => set(clauses.with(index, next))}
            onRemove={() => set(clauses.toSpliced(index, 1))}
          />
        ))}
      </ul>
      {first && clauses.length < maximumFieldClauses && (
        <Button
          size="sm"
          icon={<Plus />}
          className="self-start"
          onClick={() => set([...clauses, { field: first.key, is: null }])}
        >
          {t('forms.when.add')}
        </Button>
      )}
    </fieldset>
  );
}

interface ClauseRowProps {
  clause: FieldClause;
  others: readonly FormField[];
  onChange: (clause: FieldClause) => void;
  onRemove: () => void;
}

function ClauseRow({ clause, others, onChange, onRemove }: ClauseRowProps) {
  const t = useT();
  const { labelOf, choiceOf, nameOf } = useForms();
  const found = others.find((it) => it.key === clause.field);
  const of = found && definitionOf(found);
  const names = others.map((it) => ({ value: it.key, label: labelOf(definitionOf(it)) }));
  const chooses = of && (of.choices.length > 0 || of.type === 'asset');
  return (
    <li className="flex items-start gap-2">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_minmax(0,1fr)]">
        <Select
          label={t('forms.when.field')}
          value={clause.field}
          onChange={(field: FormKey) => onChange({ field, is: null })}
          options={of ? names : [...names, { value: clause.field, label: nameOf(clause.field) }]}
        />
        <Select
          label={t('forms.when.what')}
          value={clause.is === null ? 'filled' : 'is'}
          onChange={(what: 'filled' | 'is') => onChange({ ...clause, is: what === 'filled' ? null : [] })}
          options={[
            { value: 'filled', label: t('forms.when.what.filled') },
            { value: 'is', label: t('forms.when.what.is'), disabled: !chooses },
          ]}
        />
        {clause.is !== null &&
          of &&
          (of.type === 'asset' ? (
            <TagInput
              label={t('forms.when.values')}
              maximumLength={20}
              maximumCount={10}
              value={clause.is}
              onChange={(is) => onChange({ ...clause, is: is.map((it) => it.toUpperCase()) })}
            />
          ) : (
            <MultiSelect
              label={t('forms.when.values')}
              placeholder={t('tickets.condition.choose')}
              value={clause.is}
              onChange={(is) => onChange({ ...clause, is })}
              options={of.choices.map((it) => ({ value: it, label: choiceOf(of, it) }))}
            />
          ))}
      </div>
      <IconButton label={t('forms.when.remove')} icon={<Trash2 />} onClick={onRemove} />
    </li>
  );
}
