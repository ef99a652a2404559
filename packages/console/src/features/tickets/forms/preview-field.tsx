import {
  choiceLabel,
  chosenIn,
  type FieldDefinition,
  type FormValues,
  fieldHelp,
  fieldLabel,
  formProblem,
  inOrder,
  type Locale,
  maximumFieldLength,
  type Said,
} from '@fairlead/contract';
import { useId } from 'react';
import { cx } from '../../../ui/cx.ts';

interface PreviewFieldProps {
  field: FieldDefinition;
  locale: Locale;
  said: Said;
  values: FormValues;
  onValue: (value: string) => void;
}

const control =
  'min-h-11 w-full min-w-0 rounded-lg border border-(--p-control) bg-(--p-ground) px-3 py-2 text-(--p-ink) aria-invalid:border-(--p-danger)';

/** A field as the customers' page draws it. What is wrong with what was typed is said as they are told. */
export function PreviewField({ field, locale, said, values, onValue }: PreviewFieldProps) {
  const id = useId();
  const { key, type, required, choices } = field;
  const value = values[key] ?? '';
  const problem = value === '' ? null : formProblem(field, values);
  const help = fieldHelp(field, locale);
  const title = (
    <>
      {fieldLabel(field, locale, said)}
      {!required && (
        <span className="text-base font-normal text-(--p-ink-2)">{` (${said('form.optional') ?? ''})`}</span>
      )}
    </>
  );
  const notes = (
    <>
      {help && (
        <p id={`${id}-help`} className="text-base text-(--p-ink-2)">
          {help}
        </p>
      )}
    </>
  );
  const shared = {
    id,
    value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby':
      [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined,
    className: control,
  };
  const nameOf = (choice: string) => choiceLabel(field, choice, locale, said);
  if (type === 'choices') {
    const chosen = chosenIn(value);
    return (
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="font-semibold">{title}</legend>
        {notes}
        {choices.map((it) => (
          <label key={it} className="flex min-h-11 items-center gap-2.5">
            <input
              type="checkbox"
              className="size-5 accent-(--p-accent)"
              checked={chosen.includes(it)}
              onChange={({ currentTarget: { checked } }) =>
                onValue(
                  inOrder(
                    [...chosen.filter((one) => one !== it), ...(checked ? [it] : [])].join(','),
                    choices,
                  ),
                )
              }
            />
            <span>{nameOf(it)}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {title}
      </label>
      {notes}
      {choices.length > 0 ? (
        <select {...shared} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{said('form.choose')}</option>
          {choices.map((it) => (
            <option key={it} value={it}>
              {nameOf(it)}
            </option>
          ))}
        </select>
      ) : type === 'text' ? (
        <textarea
          {...shared}
          rows={3}
          maxLength={maximumFieldLength[type]}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type={type === 'date' ? 'date' : 'text'}
          className={cx(control, (type === 'txid' || type === 'address') && 'font-mono text-sm')}
          maxLength={maximumFieldLength[type]}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-(--p-danger)">
          {said(`error.${problem}`)}
        </p>
      )}
    </div>
  );
}
