import { endpoints } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { AccessLayout } from './access-layout.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { passwordStrength } from './password-strength.ts';

/** Sets a new password by the link that was sent. */
export function ResetPasswordPage() {
  const t = useT();
  const { token } = useParams({ from: '/reset/$token' });
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => call(endpoints.access.completePasswordReset, { body: { token, password } }),
  });
  if (reset.isSuccess) {
    return (
      <AccessLayout title={t('access.reset.done.title')}>
        <p role="status" className="flex gap-2.5 text-ink-2">
          <CircleCheck className="mt-0.5 size-5 shrink-0 text-success-text" aria-hidden />
          {t('access.reset.done.text')}
        </p>
        <Link to="/sign-in" className={`${buttonClass('primary')} mt-5 w-full`}>
          {t('access.to_sign_in')}
        </Link>
      </AccessLayout>
    );
  }
  return (
    <AccessLayout title={t('access.reset.title')} description={t('access.reset.text')}>
      <Form
        valid={passwordStrength(password) !== 'short'}
        onSubmit={() => reset.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <NewPasswordField
              label={t('access.password.new')}
              value={password}
              onChange={setPassword}
              tried={tried}
              autoFocus
            />
            <FormError error={reset.error} />
            <Button type="submit" variant="primary" loading={reset.isPending}>
              {t('access.reset.submit')}
            </Button>
          </>
        )}
      </Form>
    </AccessLayout>
  );
}
