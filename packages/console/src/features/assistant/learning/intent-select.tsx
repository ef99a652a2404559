import { type MappedIntent, mappedIntents } from '@fairlead/contract';
import { useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Select } from '../../../ui/select.tsx';
import { intentName } from '../trace/trace-words.ts';

interface IntentSelectProps {
  value: MappedIntent | null;
  onChange: (intent: MappedIntent) => void;
  /** Its name where no Field gives one. */
  label?: string;
  /** Those that are likely: they go first. */
  first?: readonly MappedIntent[];
  disabled?: boolean;
}

const none: readonly MappedIntent[] = [];

/** One of all intents, by their names. */
export function IntentSelect({ value, onChange, label, first = none, disabled = false }: IntentSelectProps) {
  const t = useT();
  const options = useMemo(
    () =>
      mappedIntents
        .map((it) => ({ value: it, label: intentName(t, it) }))
        .toSorted(
          (a, b) =>
            Number(first.includes(b.value)) - Number(first.includes(a.value)) ||
            a.label.localeCompare(b.label),
        ),
    [t, first],
  );
  return (
    <Select
      value={value}
      onChange={onChange}
      options={options}
      placeholder={t('learning.intent.choose')}
      disabled={disabled}
      className="max-w-full"
      {...(label === undefined ? {} : { label })}
    />
  );
}
