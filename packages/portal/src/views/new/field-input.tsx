import type { FieldProblem } from '@fairlead/contract/field-rules';
import {
  type FieldDefinition,
  maximumFieldLength,
  type Network,
  networks,
} from '@fairlead/contract/ticket-forms';
import { useId, useState } from 'preact/hooks';
import { useSpeech } from '../context.ts';

interface Props {
  field: FieldDefinition;
  value: string;
  problem: FieldProblem | null;
  /** The form was to be sent: what is missing is said too. */
  tried: boolean;
  onValue: (value: string) => void;
}

/** A field of a category's form. What is wrong with it is said once it was left, and from then on with every stroke. */
export function FieldInput({ field, value, problem, tried, onValue }: Props) {
  const { t, wire } = useSpeech();
  const { key, type, required, choices } = field;
  const [left, setLeft] = useState(false);
  const id = useId();
  const shown = tried || (left && problem !== 'ticket.field_required') ? problem : null;
  const common = {
    id,
    value,
    required,
    'aria-invalid': shown ? ('true' as const) : undefined,
    'aria-describedby': shown ? `${id}-problem` : undefined,
    onBlur: () => setLeft(true),
  };
  const choiceText = (choice: string) =>
    key === 'network'
      ? (networks[choice as Network].name ?? wire('choice.network.other'))
      : wire(`choice.${key}.${choice}`);
  return (
    <div class="field">
      <label for={id}>
        {wire(`field.${key}`)}
        {!required && <span class="quiet">{` (${t('new.optional')})`}</span>}
      </label>
      {choices.length > 0 ? (
        <select {...common} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{t('new.choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceText(choice)}
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
          max={today()}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          type="text"
          class={type === 'txid' || type === 'address' ? 'mono' : undefined}
          dir={type === 'device' && value ? 'auto' : 'ltr'}
          inputMode={type === 'amount' ? 'decimal' : type === 'url' ? 'url' : undefined}
          autoComplete="off"
          autoCapitalize={type === 'asset' ? 'characters' : 'off'}
          spellcheck={false}
          maxLength={maximumFieldLength[type]}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {shown && (
        <p class="field-problem" id={`${id}-problem`}>
          {wire(`error.${shown}`)}
        </p>
      )}
    </div>
  );
}

/** Today by this device's calendar, as a date field has it. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
