import { endpoints } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useMe } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { CodeInput, isCode } from './code-input.tsx';
import { PasswordField } from './password-field.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useFactorCode } from './use-factor-code.tsx';

/** Sets up an authenticator app in three steps: password (and a code of the app in force), QR and first code, recovery codes. */
export function TwoFactorSetup({ onDone }: { onDone: () => void }) {
  const [pending, setPending] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (pending) return <ScanStep {...pending} onConfirmed={setCodes} />;
  return <PasswordStep onBegun={setPending} />;
}

function PasswordStep({ onBegun }: { onBegun: (pending: { secret: string; uri: string }) => void }) {
  const t = useT();
  const { enabled } = useMe().twoFactor;
  const [password, setPassword] = useState('');
  const factor = useFactorCode();
  const begin = useMutation({
    mutationFn: () =>
      call(endpoints.access.setUpTwoFactor, {
        body: { password, ...(enabled ? { code: factor.code } : {}) },
      }),
    onSuccess: onBegun,
    onError: () => factor.clear(),
  });
  return (
    <Form
      valid={password !== '' && (!enabled || factor.valid)}
      onSubmit={() => begin.mutate()}
      className="flex flex-col gap-4"
    >
      {(tried) => (
        <>
          <p className="text-ink-2">{t('access.two_factor.setup.text')}</p>
          <PasswordField
            label={t('access.password.current')}
            kind="current-password"
            value={password}
            onChange={setPassword}
            error={tried && password === '' ? t('access.password.missing') : undefined}
            autoFocus
          />
          {enabled && factor.field(tried)}
          <FormError error={begin.error} />
          <div className="flex flex-wrap justify-end gap-2">
            {enabled && factor.swap}
            <Button type="submit" variant="primary" loading={begin.isPending}>
              {t('access.continue')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

interface ScanStepProps {
  secret: string;
  uri: string;
  onConfirmed: (recoveryCodes: string[]) => void;
}

function ScanStep({ secret, uri, onConfirmed }: ScanStepProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: (value: string) => call(endpoints.access.confirmTwoFactor, { body: { code: value } }),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    onError: () => setCode(''),
  });
  return (
    <Form valid={isCode(code)} onSubmit={() => confirm.mutate(code)} className="flex flex-col gap-4">
      {(tried) => (
        <>
          <div className="flex flex-wrap items-center gap-5">
            <QrCode text={uri} label={t('access.two_factor.qr')} className="size-44 rounded-md" />
            <div className="min-w-0 flex-1 basis-52">
              <p className="text-ink-2">{t('access.two_factor.scan')}</p>
              <p className="mt-3 text-sm text-ink-3">{t('access.two_factor.by_hand')}</p>
              <CopyText value={secret} keep={40} className="-ms-1" />
            </div>
          </div>
          <CodeInput
            value={code}
            onChange={setCode}
            onComplete={(value) => confirm.mutate(value)}
            tried={tried}
            autoFocus
          />
          <FormError error={confirm.error} />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={confirm.isPending}>
              {t('access.two_factor.confirm')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
