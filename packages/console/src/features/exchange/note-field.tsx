import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';

interface NoteFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What is kept of it, and who reads it. */
  hint: string;
  /** So many characters it has at least; said once somebody tried with less. */
  minimum: number;
  tried: boolean;
}

/** Why something is done with an account. */
export function NoteField({ value, onChange, hint, minimum, tried }: NoteFieldProps) {
  const t = useT();
  const short = tried && value.trim().length < minimum;
  return (
    <Field
      label={t('exchange.freeze.note')}
      hint={hint}
      error={short ? t('exchange.freeze.note.short', { count: minimum }) : undefined}
    >
      <Textarea rows={3} maxLength={1000} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
