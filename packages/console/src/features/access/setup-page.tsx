import { endpoints } from '@fairlead/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useLocale, useT } from '../../i18n/i18n.tsx';
import { setupStateQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { AccessLayout } from './access-layout.tsx';
import { isEmail } from './is-email.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { passwordStrength } from './password-strength.ts';
import { useEnter } from './use-enter.ts';

/** The first page of a new installation: makes its first administrator. */
export function SetupPage() {
  const t = useT();
  const { locale } = useLocale();
  const enter = useEnter();
  const state = useQuery(setupStateQuery);
  const [form, setForm] = useState({ organisation: '', name: '', email: '', password: '' });
  const set = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value });
  const { organisation, name, email, password } = form;
  const known = [organisation, name, email];
  const setup = useMutation({
    mutationFn: () =>
      call(endpoints.access.setup, {
        body: { organisation: organisation.trim(), name: name.trim(), email: email.trim(), password, locale },
      }),
    onSuccess: (me) => enter(me),
  });

  if (state.data && !state.data.needed && !setup.isSuccess) return <Navigate to="/sign-in" replace />;
  const missing = { organisation: !organisation.trim(), name: !name.trim(), email: !isEmail(email) };
  const valid = !Object.values(missing).some(Boolean) && passwordStrength(password, known) !== 'short';
  return (
    <AccessLayout title={t('access.setup.title')} description={t('access.setup.text')}>
      <Form valid={valid} onSubmit={() => setup.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <Field
              label={t('access.organisation')}
              hint={t('access.organisation.hint')}
              error={tried && missing.organisation ? t('access.organisation.missing') : undefined}
            >
              <Input
                autoComplete="organization"
                autoFocus
                maxLength={80}
                value={organisation}
                onValueChange={set('organisation')}
              />
            </Field>
            <Field
              label={t('access.name')}
              hint={t('access.name.hint')}
              error={tried && missing.name ? t('access.name.missing') : undefined}
            >
              <Input autoComplete="name" maxLength={80} value={name} onValueChange={set('name')} />
            </Field>
            <Field
              label={t('access.email')}
              error={tried && missing.email ? t('access.email.invalid') : undefined}
            >
              <Input type="email" autoComplete="username" value={email} onValueChange={set('email')} />
            </Field>
            <NewPasswordField value={password} onChange={set('password')} known={known} tried={tried} />
            <FormError error={setup.error} />
            <Button type="submit" variant="primary" loading={setup.isPending}>
              {t('access.setup.submit')}
            </Button>
          </>
        )}
      </Form>
    </AccessLayout>
  );
}
