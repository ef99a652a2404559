import type { PortalField } from '@fairlead/contract';
import { chosenIn } from '@fairlead/contract/form-conditions';
import type { ComponentChildren } from 'preact';

interface Props {
  title: ComponentChildren;
  choices: PortalField['choices'];
  /** The chosen ones, with commas between. */
  value: string;
  invalid: boolean;
  /** Ids of what describes it. */
  notes: string;
  onValue: (value: string) => void;
  children: ComponentChildren;
}

/** A field in which several things can be chosen. */
export function SeveralInput({ title, choices, value, invalid, notes, onValue, children }: Props) {
  const chosen = chosenIn(value);
  const turn = (choice: string, on: boolean) =>
    onValue([...chosen.filter((it) => it !== choice), ...(on ? [choice] : [])].join(','));
  return (
    <fieldset class="several" aria-describedby={notes || undefined}>
      <legend>{title}</legend>
      {choices.map((choice, index) => (
        <label key={choice.value} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            // Where to go when it is missing.
            aria-invalid={invalid && index === 0 ? 'true' : undefined}
            onChange={(event) => turn(choice.value, event.currentTarget.checked)}
          />
          <span dir="auto">{choice.label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
