import { minimumPasswordLength } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { cx } from '../../ui/cx.ts';
import { PasswordField } from './password-field.tsx';
import { passwordStrength } from './password-strength.ts';

const bars = { short: 1, weak: 1, fair: 2, strong: 3 };
const colours = { short: 'bg-danger', weak: 'bg-danger', fair: 'bg-warning', strong: 'bg-success' };

interface NewPasswordFieldProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  /** The person's name and address, which make a password easy to guess. */
  known?: readonly string[];
  /** Says what is missing. */
  tried: boolean;
  autoFocus?: boolean;
}

/** A password to be chosen, with a hint how good it is. */
export function NewPasswordField({ label, value, onChange, known, tried, autoFocus }: NewPasswordFieldProps) {
  const t = useT();
  const strength = passwordStrength(value, known);
  const rule = t('access.password.rule', { minimum: minimumPasswordLength });
  return (
    <div>
      <PasswordField
        label={label ?? t('access.password')}
        kind="new-password"
        value={value}
        onChange={onChange}
        autoFocus={autoFocus ?? false}
        error={tried && strength === 'short' ? rule : undefined}
        hint={value === '' ? rule : undefined}
      />
      {value !== '' && (
        <div className="mt-1.5 flex items-center gap-2 text-sm text-ink-3">
          <span aria-hidden className="flex w-24 gap-1">
            {[1, 2, 3].map((bar) => (
              <span
                key={bar}
                className={cx(
                  'h-1 flex-1 rounded-full',
                  bar <= bars[strength] ? colours[strength] : 'bg-line-2',
                )}
              />
            ))}
          </span>
          <span aria-live="polite">
            {t(`access.password.strength.${strength}`, { minimum: minimumPasswordLength })}
          </span>
        </div>
      )}
    </div>
  );
}
