import { currencyName } from '../market/pair-name.ts';
import { useReader } from '../reader.ts';
import type { Problem } from './check-order.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly problem: Problem | undefined;
  readonly change: (value: string) => void;
}

/** A number with its unit, and below it what is wrong with it. */
export function AmountField({ id, label, unit, value, placeholder, disabled, problem, change }: Props) {
  const { t, numbers } = useReader();
  const params = Object.entries(problem?.params ?? {}).map(([name, param]) => [
    name,
    typeof param === 'number' ? numbers.upTo(param, 10) : currencyName(param),
  ]);
  return (
    <div class="field">
      <div class="field-box">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
        <span class="field-unit">{unit}</span>
      </div>
      {problem ? (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {t(problem.key, Object.fromEntries(params))}
        </p>
      ) : null}
    </div>
  );
}
