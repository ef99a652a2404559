import { endpoints } from '@fairlead/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccessLayout } from './access-layout.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { passwordStrength } from './password-strength.ts';
import { useEnter } from './use-enter.ts';

/** Takes up an invitation: name, password, and in. */
export function InvitationPage() {
  const t = useT();
  const { token } = useParams({ from: '/invitation/$token' });
  const invitation = useQuery({
    queryKey: ['access', 'invitation', token],
    queryFn: ({ signal }) => call(endpoints.access.readInvitation, { params: { token }, signal }),
  });
  if (invitation.error) {
    return (
      <AccessLayout title={t('access.invitation.title')}>
        <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} className="p-0!" />
        <Link to="/sign-in" className={`${buttonClass('quiet')} mt-3 w-full`}>
          {t('access.to_sign_in')}
        </Link>
      </AccessLayout>
    );
  }
  if (!invitation.data) {
    return (
      <AccessLayout title={t('access.invitation.title')}>
        <Skeleton className="mb-4 h-8" />
        <Skeleton className="h-8" />
      </AccessLayout>
    );
  }
  return <AcceptInvitation token={token} {...invitation.data} />;
}

interface AcceptInvitationProps {
  token: string;
  name: string;
  email: string;
  organisation: string;
}

function AcceptInvitation({ token, name: suggested, email, organisation }: AcceptInvitationProps) {
  const t = useT();
  const enter = useEnter();
  const [name, setName] = useState(suggested);
  const [password, setPassword] = useState('');
  const known = [name, email];
  const accept = useMutation({
    mutationFn: () =>
      call(endpoints.access.acceptInvitation, { params: { token }, body: { name: name.trim(), password } }),
    onSuccess: (me) => enter(me),
  });
  return (
    <AccessLayout
      title={t('access.invitation.welcome', { organisation })}
      description={t('access.invitation.text', { email })}
    >
      <Form
        valid={name.trim() !== '' && passwordStrength(password, known) !== 'short'}
        onSubmit={() => accept.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            {/* Password managers keep the password under the address that they find in the form. */}
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            <Field
              label={t('access.name')}
              hint={t('access.name.hint')}
              error={tried && name.trim() === '' ? t('access.name.missing') : undefined}
            >
              <Input autoComplete="name" autoFocus maxLength={80} value={name} onValueChange={setName} />
            </Field>
            <NewPasswordField value={password} onChange={setPassword} known={known} tried={tried} />
            <FormError error={accept.error} />
            <Button type="submit" variant="primary" loading={accept.isPending}>
              {t('access.invitation.submit')}
            </Button>
          </>
        )}
      </Form>
    </AccessLayout>
  );
}
