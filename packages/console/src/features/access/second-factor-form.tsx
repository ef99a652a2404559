import { CallError, endpoints, type Me } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { CodeInput, isCode } from './code-input.tsx';

interface SecondFactorFormProps {
  challenge: string;
  onSignedIn: (me: Me) => void;
  /** Back to the password; `expired` when the challenge ran out. */
  onBack: (expired: boolean) => void;
}

/** The second step of the sign-in: a code of the authenticator app, or a recovery code. */
export function SecondFactorForm({ challenge, onSignedIn, onBack }: SecondFactorFormProps) {
  const t = useT();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const finish = useMutation({
    mutationFn: (value: string) =>
      call(endpoints.access.signInSecondFactor, { body: { challenge, code: value.trim() } }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (error instanceof CallError && error.code === 'access.link_expired') onBack(true);
      else setCode('');
    },
  });
  const valid = recovery ? code.trim().length >= 6 : isCode(code);
  const swap = () => {
    setRecovery(!recovery);
    setCode('');
    finish.reset();
  };
  return (
    <Form valid={valid} onSubmit={() => finish.mutate(code)} className="flex flex-col gap-4">
      {(tried) => (
        <>
          {recovery ? (
            <Field
              label={t('access.recovery_code')}
              hint={t('access.recovery_code.hint')}
              error={tried && !valid ? t('access.recovery_code.missing') : undefined}
            >
              <Input key="recovery" mono autoFocus autoComplete="off" value={code} onValueChange={setCode} />
            </Field>
          ) : (
            <CodeInput
              value={code}
              onChange={setCode}
              onComplete={(value) => finish.mutate(value)}
              tried={tried}
              autoFocus
            />
          )}
          <FormError error={finish.error} />
          <Button type="submit" variant="primary" loading={finish.isPending}>
            {t('access.second_factor.submit')}
          </Button>
          <div className="flex flex-wrap justify-between gap-2">
            <Button variant="quiet" size="sm" onClick={() => onBack(false)}>
              {t('access.back')}
            </Button>
            <Button variant="quiet" size="sm" onClick={swap}>
              {t(recovery ? 'access.second_factor.use_app' : 'access.second_factor.use_recovery')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
