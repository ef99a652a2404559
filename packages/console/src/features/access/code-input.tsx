import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';

/** Whether it is a whole code of an authenticator app. */
export function isCode(text: string): boolean {
  return /^\d{6}$/.test(text);
}

interface CodeInputProps {
  value: string;
  onChange: (value: string) => void;
  /** Called with the sixth digit. */
  onComplete?: (value: string) => void;
  tried: boolean;
  autoFocus?: boolean;
}

/** The six digits of an authenticator app. Spaces from pasting are dropped. */
export function CodeInput({ value, onChange, onComplete, tried, autoFocus = false }: CodeInputProps) {
  const t = useT();
  return (
    <Field
      label={t('access.code')}
      hint={t('access.code.hint')}
      error={tried && !isCode(value) ? t('access.code.missing') : undefined}
    >
      <Input
        mono
        autoFocus={autoFocus}
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="000000"
        value={value}
        onValueChange={(text) => {
          const digits = text.replace(/\D/g, '').slice(0, 6);
          onChange(digits);
          if (isCode(digits) && digits !== value) onComplete?.(digits);
        }}
        className="text-lg! tracking-[0.3em]"
      />
    </Field>
  );
}
