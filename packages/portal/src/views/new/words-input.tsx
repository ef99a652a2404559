import { useId } from 'preact/hooks';
import { useSpeech } from '../context.ts';

interface Props {
  label: string;
  hint?: string;
  value: string;
  missing: boolean;
  /** The form was to be sent. */
  tried: boolean;
  /** Characters that it may have. */
  longest: number;
  /** Of a box for several lines. */
  rows?: number;
  onValue: (value: string) => void;
}

/** Words that a ticket cannot be without. */
export function WordsInput({ label, hint, value, missing, tried, longest, rows, onValue }: Props) {
  const { wire } = useSpeech();
  const id = useId();
  const shown = tried && missing;
  const notes = [hint && `${id}-hint`, shown && `${id}-problem`].filter(Boolean).join(' ');
  const common = {
    id,
    value,
    required: true,
    maxLength: longest,
    dir: value ? ('auto' as const) : undefined,
    'aria-invalid': shown ? ('true' as const) : undefined,
    'aria-describedby': notes || undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...common} rows={rows} onInput={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input {...common} type="text" onInput={(event) => onValue(event.currentTarget.value)} />
      )}
      {shown && (
        <p class="field-problem" id={`${id}-problem`}>
          {wire('error.ticket.field_required')}
        </p>
      )}
    </div>
  );
}
