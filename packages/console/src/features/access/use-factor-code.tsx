import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { CodeInput, isCode } from './code-input.tsx';

interface FactorCode {
  /** What was entered, without blanks around it. */
  code: string;
  /** Whether it has the form of a code. */
  valid: boolean;
  clear: () => void;
  field: (tried: boolean, onComplete?: (code: string) => void) => ReactNode;
  /** Changes between the two kinds of code. */
  swap: ReactNode;
}

/** A code of the authenticator app, or a recovery code by choice. */
export function useFactorCode({ autoFocus = false, onSwap = () => {} } = {}): FactorCode {
  const t = useT();
  const [recovery, setRecovery] = useState(false);
  const [text, setText] = useState('');
  const code = text.trim();
  const valid = recovery ? code.length >= 6 : isCode(code);
  return {
    code,
    valid,
    clear: () => setText(''),
    field: (tried, onComplete) =>
      recovery ? (
        <Field
          label={t('access.recovery_code')}
          hint={t('access.recovery_code.hint')}
          error={tried && !valid ? t('access.recovery_code.missing') : undefined}
        >
          <Input key="recovery" mono autoFocus autoComplete="off" value={text} onValueChange={setText} />
        </Field>
      ) : (
        <CodeInput
          value={text}
          onChange={setText}
          {...(onComplete ? { onComplete } : {})}
          tried={tried}
          autoFocus={autoFocus}
        />
      ),
    swap: (
      <Button
        variant="quiet"
        size="sm"
        onClick={() => {
          setRecovery(!recovery);
          setText('');
          onSwap();
        }}
      >
        {t(recovery ? 'access.second_factor.use_app' : 'access.second_factor.use_recovery')}
      </Button>
    ),
  };
}
