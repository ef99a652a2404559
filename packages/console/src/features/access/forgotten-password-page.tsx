import { endpoints } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { AccessLayout } from './access-layout.tsx';
import { isEmail } from './is-email.ts';

/** Asks for a reset link. The page never tells whether an address belongs to an agent. */
export function ForgottenPasswordPage() {
  const t = useT();
  const [email, setEmail] = useState('');
  const request = useMutation({
    mutationFn: () => call(endpoints.access.requestPasswordReset, { body: { email: email.trim() } }),
  });
  if (request.isSuccess) {
    return (
      <AccessLayout title={t('access.forgotten.sent.title')}>
        <p role="status" className="flex gap-2.5 text-ink-2">
          <MailCheck className="mt-0.5 size-5 shrink-0 text-success-text" aria-hidden />
          {t('access.forgotten.sent.text', { email: email.trim() })}
        </p>
        <Link to="/sign-in" className={`${buttonClass()} mt-5 w-full`}>
          {t('access.to_sign_in')}
        </Link>
      </AccessLayout>
    );
  }
  return (
    <AccessLayout title={t('access.forgotten.title')} description={t('access.forgotten.text')}>
      <Form valid={isEmail(email)} onSubmit={() => request.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <Field
              label={t('access.email')}
              error={tried && !isEmail(email) ? t('access.email.invalid') : undefined}
            >
              <Input type="email" autoComplete="username" autoFocus value={email} onValueChange={setEmail} />
            </Field>
            <FormError error={request.error} />
            <Button type="submit" variant="primary" loading={request.isPending}>
              {t('access.forgotten.submit')}
            </Button>
            <Link to="/sign-in" className={buttonClass('quiet')}>
              {t('access.to_sign_in')}
            </Link>
          </>
        )}
      </Form>
    </AccessLayout>
  );
}
