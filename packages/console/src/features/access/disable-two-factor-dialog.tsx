import { endpoints } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CodeInput, isCode } from './code-input.tsx';
import { PasswordField } from './password-field.tsx';

/** Switches the second factor off, with password and code. */
export function DisableTwoFactorDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const disable = useMutation({
    mutationFn: () => call(endpoints.access.disableTwoFactor, { body: { password, code } }),
    onSuccess: () => {
      toast.show({ title: t('access.two_factor.disabled') });
      close();
    },
  });
  const close = () => {
    setPassword('');
    setCode('');
    disable.reset();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={t('access.two_factor.disable')}
      description={t('access.two_factor.disable.text')}
      size="sm"
      footer={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button type="submit" form="disable-two-factor" variant="danger" loading={disable.isPending}>
            {t('access.two_factor.disable')}
          </Button>
        </>
      }
    >
      <Form
        id="disable-two-factor"
        valid={password !== '' && isCode(code)}
        onSubmit={() => disable.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <PasswordField
              label={t('access.password.current')}
              kind="current-password"
              value={password}
              onChange={setPassword}
              error={tried && password === '' ? t('access.password.missing') : undefined}
            />
            <CodeInput value={code} onChange={setCode} tried={tried} />
            <FormError error={disable.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
