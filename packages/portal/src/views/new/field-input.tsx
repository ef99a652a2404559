import type { PortalField } from '@fairlead/contract';
import type { FieldProblem } from '@fairlead/contract/field-rules';
import { maximumFieldLength } from '@fairlead/contract/ticket-forms';
import { useId, useState } from 'preact/hooks';
import { useSpeech } from '../context.ts';
import { SeveralInput } from './several-input.tsx';

interface Props {
  field: PortalField;
  value: string;
  problem: FieldProblem | null;
  /** The form was to be sent: what is missing is said too. */
  tried: boolean;
  onValue: (value: string) => void;
}

/** A field of a category's form. What is wrong with it is said once it was left, and from then on with every stroke. */
export function FieldInput({ field, value, problem, tried, onValue }: Props) {
  const { wire } = useSpeech();
  const { type, label, help, required, choices } = field;
  const [left, setLeft] = useState(false);
  const id = useId();
  const shown = tried || (left && problem !== 'ticket.field_required') ? problem : null;
  const notes = [help && `${id}-help`, shown && `${id}-problem`].filter(Boolean).join(' ');
  const common = {
    id,
    value,
    required,
    'aria-invalid': shown ? ('true' as const) : undefined,
    'aria-describedby': notes || undefined,
    onBlur: () => setLeft(true),
  };
  const title = (
    <>
      {label}
      {!required && <span class="quiet">{` (${wire('form.optional')})`}</span>}
    </>
  );
  const helpLine = help && (
    <p class="quiet" id={`${id}-help`}>
      {help}
    </p>
  );
  const problemLine = shown && (
    <p class="field-problem" id={`${id}-problem`}>
      {wire(`error.${shown}`)}
    </p>
  );
  if (type === 'choices')
    return (
      <SeveralInput
        title={title}
        choices={choices}
        value={value}
        invalid={shown !== null}
        notes={notes}
        onValue={onValue}
      >
        {helpLine}
        {problemLine}
      </SeveralInput>
    );
  return (
    <div class="field">
      <label for={id}>{title}</label>
      {helpLine}
      {choices.length > 0 ? (
        <select {...common} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{wire('form.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : type === 'text' ? (
        <textarea
          {...common}
          rows={3}
          dir={value ? 'auto' : undefined}
          maxLength={maximumFieldLength[type]}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : type === 'date' ? (
        <input
          {...common}
          type="date"
          max={field.key === 'date' ? today() : undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          type="text"
          class={type === 'txid' || type === 'address' ? 'mono' : undefined}
          dir={(type === 'device' || type === 'line') && value ? 'auto' : type === 'line' ? undefined : 'ltr'}
          inputMode={type === 'amount' ? 'decimal' : type === 'url' ? 'url' : undefined}
          autoComplete="off"
          autoCapitalize={type === 'asset' ? 'characters' : 'off'}
          spellcheck={false}
          maxLength={maximumFieldLength[type]}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {problemLine}
    </div>
  );
}

/** Today by this device's calendar, as a date field has it. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
