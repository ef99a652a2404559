import { endpoints } from '@fairlead/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { setupStateQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { AccessLayout } from './access-layout.tsx';
import { isEmail } from './is-email.ts';
import { PasswordField } from './password-field.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { useEnter } from './use-enter.ts';

/** Sign-in: e-mail and password, then the second factor where there is one. */
export function SignInPage() {
  const t = useT();
  const { next } = useSearch({ from: '/sign-in' });
  const enter = useEnter();
  const setup = useQuery(setupStateQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [challenge, setChallenge] = useState<string | null>(null);
  const [expired, setExpired] = useState(false);
  const signIn = useMutation({
    mutationFn: () => call(endpoints.access.signIn, { body: { email: email.trim(), password } }),
    onMutate: () => setExpired(false),
    onSuccess: (answer) =>
      answer.state === 'signed_in' ? enter(answer.me, next) : setChallenge(answer.challenge),
  });

  if (setup.data?.needed) return <Navigate to="/setup" replace />;
  const back = (tooLate: boolean) => {
    setChallenge(null);
    setPassword('');
    setExpired(tooLate);
  };
  if (challenge) {
    return (
      <AccessLayout title={t('access.second_factor.title')} description={t('access.second_factor.text')}>
        <SecondFactorForm challenge={challenge} onSignedIn={(me) => enter(me, next)} onBack={back} />
      </AccessLayout>
    );
  }
  const organisation = setup.data?.organisation;
  return (
    <AccessLayout
      title={t('access.sign_in.title')}
      description={organisation && t('access.sign_in.text', { organisation })}
    >
      {setup.data?.demo && (
        <p className="mb-4 flex gap-2 rounded-md bg-accent-soft px-3 py-2 text-accent-text">
          <Info className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('access.sign_in.demo')}
        </p>
      )}
      <Form
        valid={isEmail(email) && password !== ''}
        onSubmit={() => signIn.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('access.email')}
              error={tried && !isEmail(email) ? t('access.email.invalid') : undefined}
            >
              <Input type="email" autoComplete="username" autoFocus value={email} onValueChange={setEmail} />
            </Field>
            <PasswordField
              label={t('access.password')}
              kind="current-password"
              value={password}
              onChange={setPassword}
              error={tried && password === '' ? t('access.password.missing') : undefined}
              aside={
                <Link to="/forgotten-password" className="text-accent-text hover:underline">
                  {t('access.sign_in.forgotten')}
                </Link>
              }
            />
            {expired && <p className="text-warning-text">{t('access.second_factor.expired')}</p>}
            <FormError error={signIn.error} />
            <Button type="submit" variant="primary" loading={signIn.isPending}>
              {t('access.sign_in.submit')}
            </Button>
          </>
        )}
      </Form>
    </AccessLayout>
  );
}
