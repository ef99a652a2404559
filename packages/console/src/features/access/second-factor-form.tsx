import { CallError, endpoints, type Me } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useFactorCode } from './use-factor-code.tsx';

interface SecondFactorFormProps {
  challenge: string;
  onSignedIn: (me: Me) => void;
  /** Back to the password; `expired` when the challenge ran out. */
  onBack: (expired: boolean) => void;
}

/** The second step of the sign-in: a code of the authenticator app, or a recovery code. */
export function SecondFactorForm({ challenge, onSignedIn, onBack }: SecondFactorFormProps) {
  const t = useT();
  const factor = useFactorCode({ autoFocus: true, onSwap: () => finish.reset() });
  const finish = useMutation({
    mutationFn: (code: string) => call(endpoints.access.signInSecondFactor, { body: { challenge, code } }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (error instanceof CallError && error.code === 'access.link_expired') onBack(true);
      else factor.clear();
    },
  });
  return (
    <Form valid={factor.valid} onSubmit={() => finish.mutate(factor.code)} className="flex flex-col gap-4">
      {(tried) => (
        <>
          {factor.field(tried, (code) => finish.mutate(code))}
          <FormError error={finish.error} />
          <Button type="submit" variant="primary" loading={finish.isPending}>
            {t('access.second_factor.submit')}
          </Button>
          <div className="flex flex-wrap justify-between gap-2">
            <Button variant="quiet" size="sm" onClick={() => onBack(false)}>
              {t('access.back')}
            </Button>
            {factor.swap}
          </div>
        </>
      )}
    </Form>
  );
}
