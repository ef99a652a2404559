import type { MailServer } from '@fairlead/contract';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';

interface Props {
  value: MailServer;
  onChange: (value: MailServer) => void;
  /** As typed; '' leaves what is kept. */
  password: string;
  onPassword: (password: string) => void;
  /** A password is kept already. */
  kept: boolean;
  /** What is said to be missing, once somebody pressed save. */
  missing: { host: boolean; user: boolean; password: boolean } | null;
  placeholder: string;
  /** What this server alone needs. */
  children?: ReactNode;
}

const usualPorts: Readonly<Record<number, MailServer['security']>> = {
  993: 'tls',
  465: 'tls',
  143: 'starttls',
  587: 'starttls',
};

/** A mail server and how to sign in there. A well-known port brings its kind of encryption along. */
export function MailServerFields(props: Props) {
  const { value, onChange, password, onPassword, kept, missing, placeholder, children } = props;
  const t = useT();
  const set = (change: Partial<MailServer>) => onChange({ ...value, ...change });
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field
          label={t('channels.mail.host')}
          error={missing?.host ? t('channels.mail.host.missing') : undefined}
        >
          <Input
            value={value.host}
            onValueChange={(host) => set({ host: host.trim() })}
            placeholder={placeholder}
            spellCheck={false}
            autoCapitalize="none"
          />
        </Field>
        <Field label={t('channels.mail.port')}>
          <NumberInput
            value={value.port}
            onChange={(port) => set({ port, security: usualPorts[port] ?? value.security })}
            min={1}
            max={65_535}
          />
        </Field>
      </div>
      <Field
        label={t('channels.mail.security')}
        hint={value.security === 'none' ? t('channels.mail.security.none.hint') : undefined}
      >
        <Select
          value={value.security}
          onChange={(security) => set({ security })}
          options={(['tls', 'starttls', 'none'] as const).map((it) => ({
            value: it,
            label: t(`channels.mail.security.${it}`),
          }))}
        />
      </Field>
      <Segmented
        label={t('channels.mail.auth')}
        value={value.auth}
        onChange={(auth) => set({ auth })}
        options={(['password', 'oauth2'] as const).map((it) => ({
          value: it,
          label: t(`channels.mail.auth.${it}`),
        }))}
        className="self-start"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('channels.mail.user')}
          error={missing?.user ? t('channels.mail.user.missing') : undefined}
        >
          <Input
            value={value.user ?? ''}
            onValueChange={(user) => set({ user: user.trim() === '' ? null : user.trim() })}
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="none"
          />
        </Field>
        {value.auth === 'password' && (
          <Field
            label={t('channels.mail.password')}
            hint={kept ? t('channels.mail.kept') : undefined}
            error={missing?.password ? t('channels.mail.password.missing') : undefined}
          >
            <Input type="password" autoComplete="new-password" value={password} onValueChange={onPassword} />
          </Field>
        )}
      </div>
      {children}
    </div>
  );
}
