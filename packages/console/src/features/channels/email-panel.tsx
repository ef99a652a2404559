import {
  type EmailInboxView,
  type EmailSettings,
  endpoints,
  type Locale,
  localeNames,
  locales,
} from '@fairlead/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DkimFields } from './dkim-fields.tsx';
import { authservOf, bodyOf, missingIn, newEmail, nothingTyped, settingsOf } from './email-form-rules.ts';
import { EmailHealth } from './email-health.tsx';
import { LetterWebhookPanel } from './letter-webhook-panel.tsx';
import { MailServerFields } from './mail-server-fields.tsx';
import { OAuthFields } from './oauth-fields.tsx';
import { TryEmailPanel, useTryEmail } from './try-email-panel.tsx';

const emailQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['channels', 'email', inboxId],
    queryFn: async () => (await call(endpoints.channels.readEmailInbox, { params: { id: inboxId } })).email,
    // Whether letters come is worth a look now and then while the page is open.
    refetchInterval: 30_000,
  });

/** How an inbox receives and sends letters: set, tried, and how it fares. */
export function EmailPanels({ inboxId }: { inboxId: string }) {
  const email = useQuery(emailQuery(inboxId));
  const attempt = useTryEmail(inboxId);
  if (email.error && email.data === undefined)
    return <ErrorState error={email.error} onRetry={() => void email.refetch()} />;
  if (email.data === undefined) return <SkeletonRows />;
  return (
    <>
      <EmailForm
        key={email.data ? 'set up' : 'new'}
        inboxId={inboxId}
        email={email.data}
        onSaved={attempt.mutate}
      />
      {email.data && <LetterWebhookPanel inboxId={inboxId} />}
      {email.data && <TryEmailPanel attempt={attempt} />}
    </>
  );
}

function EmailForm({
  inboxId,
  email,
  onSaved,
}: {
  inboxId: string;
  email: EmailInboxView | null;
  onSaved: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [form, setForm] = useState<EmailSettings>(email ? settingsOf(email) : newEmail);
  const [typed, setTyped] = useState(nothingTyped);
  const [locale, setLocale] = useState<Locale>('en');
  const set = (change: Partial<EmailSettings>) => setForm((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      call(endpoints.channels.saveEmailInbox, { params: { id: inboxId }, body: bodyOf(form, typed) }),
    onSuccess: (saved) => {
      client.setQueryData(emailQuery(inboxId).queryKey, saved.email);
      setTyped(nothingTyped);
      onSaved();
      toast.show({ title: t('channels.mail.saved'), tone: 'success' });
    },
  });
  const missing = missingIn(form);
  const asksOAuth = form.imap?.auth === 'oauth2' || form.smtp?.auth === 'oauth2';
  return (
    <Form
      valid={!Object.values(missing).some(Boolean)}
      onSubmit={() => save.mutate()}
      className="flex flex-col gap-4"
    >
      {(tried) => (
        <>
          <Panel title={t('channels.mail')} description={t('channels.mail.text')}>
            <div className="flex flex-col gap-4">
              {email && <EmailHealth email={email} />}
              <Field
                label={t('channels.mail.address')}
                hint={t('channels.mail.address.hint')}
                error={tried && missing.address ? t('channels.mail.address.wrong') : undefined}
              >
                <Input
                  type="email"
                  value={form.address}
                  onValueChange={(address) => set({ address: address.trim() })}
                  placeholder="support@example.com"
                />
              </Field>
              <Field
                label={t('channels.mail.from_name')}
                error={tried && missing.fromName ? t('people.name.missing') : undefined}
              >
                <Input
                  maxLength={100}
                  value={form.fromName}
                  onValueChange={(fromName) => set({ fromName })}
                />
              </Field>
              <Field label={t('channels.mail.signature')} hint={t('channels.mail.signature.hint')}>
                <Textarea
                  rows={3}
                  maxLength={2000}
                  value={form.signatures[locale] ?? ''}
                  onChange={(event) =>
                    set({ signatures: { ...form.signatures, [locale]: event.target.value } })
                  }
                />
              </Field>
              <Select
                aria-label={t('channels.mail.signature.language')}
                value={locale}
                onChange={setLocale}
                options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
              />
            </div>
          </Panel>
          <Panel title={t('channels.mail.imap')} description={t('channels.mail.imap.text')}>
            <div className="flex flex-col gap-4">
              <Switch
                checked={form.imap !== null}
                onChange={(on) => set({ imap: on ? newEmail.imap : null })}
                label={t('channels.mail.imap.on')}
              />
              {form.imap && (
                <MailServerFields
                  value={form.imap}
                  onChange={(server) => set({ imap: { mailboxes: ['INBOX'], ...form.imap, ...server } })}
                  password={typed.imapPassword}
                  onPassword={(imapPassword) => setTyped({ ...typed, imapPassword })}
                  kept={email?.secrets.imapPassword === true}
                  tried={tried}
                  placeholder="imap.example.com"
                >
                  <Field label={t('channels.mail.mailboxes')}>
                    <TagInput
                      maximumCount={20}
                      maximumLength={200}
                      value={form.imap.mailboxes}
                      onChange={(mailboxes) => form.imap && set({ imap: { ...form.imap, mailboxes } })}
                    />
                  </Field>
                  <Field
                    label={t('channels.mail.authserv')}
                    hint={t('channels.mail.authserv.hint')}
                    error={tried && missing.authserv ? t('channels.mail.authserv.wrong') : undefined}
                  >
                    <Input
                      value={form.imap.authserv ?? ''}
                      onValueChange={(name) =>
                        form.imap && set({ imap: { ...form.imap, authserv: authservOf(name) } })
                      }
                      placeholder="mx.example.com"
                      maxLength={253}
                      spellCheck={false}
                      autoCapitalize="none"
                    />
                  </Field>
                </MailServerFields>
              )}
            </div>
          </Panel>
          <Panel title={t('channels.mail.smtp')} description={t('channels.mail.smtp.text')}>
            <div className="flex flex-col gap-4">
              <Switch
                checked={form.smtp !== null}
                onChange={(on) => set({ smtp: on ? newEmail.smtp : null })}
                label={t('channels.mail.smtp.on')}
              />
              {form.smtp && (
                <MailServerFields
                  value={form.smtp}
                  onChange={(smtp) => set({ smtp })}
                  password={typed.smtpPassword}
                  onPassword={(smtpPassword) => setTyped({ ...typed, smtpPassword })}
                  kept={email?.secrets.smtpPassword === true}
                  tried={tried}
                  placeholder="smtp.example.com"
                />
              )}
            </div>
          </Panel>
          {asksOAuth && (
            <OAuthFields typed={typed} onChange={setTyped} kept={email?.secrets.oauth === true} />
          )}
          <DkimFields
            value={form.dkim}
            onChange={(dkim) => set({ dkim })}
            typed={typed}
            onTyped={setTyped}
            email={email}
            wrong={tried && missing.dkim}
          />
          <FormError error={save.error} />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
