import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  /** Tells password managers which one it is. */
  kind: 'current-password' | 'new-password';
  autoFocus?: boolean;
}

/** A password, hidden until its eye is pressed. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, value, onChange, error, hint, aside, kind, autoFocus } = props;
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} hint={hint} aside={aside}>
      <Input
        type={shown ? 'text' : 'password'}
        autoComplete={kind}
        autoFocus={autoFocus}
        spellCheck={false}
        maxLength={200}
        value={value}
        onValueChange={onChange}
        trailing={
          <IconButton
            size="sm"
            label={t(shown ? 'access.password.hide' : 'access.password.show')}
            aria-pressed={shown}
            icon={shown ? <EyeOff /> : <Eye />}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </Field>
  );
}
