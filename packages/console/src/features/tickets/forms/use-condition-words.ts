import { definitionOf, type FieldCondition, type FormField } from '@fairlead/contract';
import type { Format } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useForms } from './use-forms.ts';

/** Says when a field is asked for: "Network is XRP Ledger or TON". */
export function useConditionWords() {
  const t = useT();
  const { labelOf, choiceOf, nameOf } = useForms();
  return ({ match, of }: FieldCondition, fields: readonly FormField[], format: Format): string => {
    const clauses = of.map(({ field: key, is }) => {
      const found = fields.find((it) => it.key === key);
      const definition = found && definitionOf(found);
      const name = definition ? labelOf(definition) : nameOf(key);
      if (is === null) return t('forms.when.filled', { name });
      const values = is.map((it) =>
        definition && definition.choices.length > 0 ? choiceOf(definition, it) : it,
      );
      return t('forms.when.is', { name, values: format.anyOf(values) });
    });
    return match === 'all' ? format.list(clauses) : format.anyOf(clauses);
  };
}
