import {
  type Channel,
  type CredentialName,
  endpoints,
  type Inbox,
  type SocialInboxView,
  type SocialTrouble,
  socialCredentials,
  socialSignIns,
} from '@fairlead/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, PlugZap } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { type MessageKey, useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ChatCode } from './chat-code.tsx';
import { CopiedField } from './copied-field.tsx';
import { Trouble } from './email-health.tsx';
import { type Connected, SocialSignIn } from './social-sign-in.tsx';

const socialQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['channels', 'social', inboxId],
    queryFn: () => call(endpoints.channels.readSocialInbox, { params: { id: inboxId } }),
    // Whether the platform writes is worth a look now and then while the page is open.
    refetchInterval: 30_000,
  });

/** How an inbox is connected to its platform: who we are there, how it fares, and what it signs in with. */
export function SocialPanel({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const social = useQuery(socialQuery(inbox.id));
  return (
    <Panel title={t('channels.social')} description={t('channels.social.text')}>
      {social.error && social.data === undefined ? (
        <ErrorState error={social.error} onRetry={() => void social.refetch()} />
      ) : social.data === undefined ? (
        <SkeletonRows />
      ) : (
        <div className="flex flex-col gap-4">
          <Connection inbox={inbox} {...social.data} />
        </div>
      )}
    </Panel>
  );
}

/** Where at the platform that is entered. */
const byHand: { readonly [Name in Channel]?: MessageKey } = {
  facebook: 'channels.social.by_hand.facebook',
  wechat: 'channels.social.by_hand.wechat',
};

/** What is explained of a thing that is entered; how messages come in is not the same everywhere. */
const hintOf = (channel: Channel, name: CredentialName): MessageKey =>
  name === 'receive' && channel === 'telegram'
    ? 'channels.social.receive.hint.telegram'
    : `channels.social.${name}.hint`;

/** As it is kept, and how it is changed. */
function Connection({
  inbox,
  social,
  callbackUrl,
}: {
  inbox: Inbox;
  social: SocialInboxView | null;
  callbackUrl: string | null;
}) {
  return (
    <>
      {social && <Health inboxId={inbox.id} social={social} />}
      {social && <ChatCode inbox={inbox} social={social} />}
      {social?.verifyToken && <ByHand channel={inbox.channel} social={social} token={social.verifyToken} />}
      <ConnectForm
        key={social ? 'connected' : 'new'}
        inbox={inbox}
        social={social}
        callbackUrl={callbackUrl}
      />
    </>
  );
}

/** What is entered at the platform, where it has to be told by hand. */
function ByHand({ channel, social, token }: { channel: Channel; social: SocialInboxView; token: string }) {
  const t = useT();
  const where = byHand[channel];
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {where && <p className="text-sm text-ink-2">{t(where)}</p>}
      <CopiedField label={t('channels.social.webhook')} text={social.webhookUrl} />
      <CopiedField label={t('channels.social.verify_token')} text={token} />
    </div>
  );
}

function Health({ inboxId, social }: { inboxId: string; social: SocialInboxView }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () => call(endpoints.channels.checkSocialInbox, { params: { id: inboxId } }),
    onSuccess: (checked) =>
      client.setQueryData(socialQuery(inboxId).queryKey, (before) => before && { ...before, ...checked }),
  });
  const { account, lastContactAt, lastError } = social;
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      {account && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <CircleCheck className="size-4 shrink-0 text-success-text" aria-hidden />
          <span className="font-medium">{t('channels.social.account', { name: account.name })}</span>
          {account.link ? (
            <a
              href={account.link}
              target="_blank"
              rel="noreferrer"
              className="rounded-sm text-accent-text hover:underline"
            >
              <bdi>{account.handle ?? account.link}</bdi>
            </a>
          ) : (
            account.handle && <bdi className="text-ink-2">{account.handle}</bdi>
          )}
        </p>
      )}
      {lastError ? (
        <Trouble trouble={lastError} />
      ) : (
        lastContactAt && (
          <p className="text-sm text-ink-2">
            {t('channels.social.contact', { when: format.relativeTime(lastContactAt) })}
          </p>
        )
      )}
      <FormError error={check.error} />
      <Button
        size="sm"
        icon={<PlugZap />}
        loading={check.isPending}
        onClick={() => check.mutate()}
        className="self-start"
      >
        {t('channels.social.check')}
      </Button>
    </div>
  );
}

function ConnectForm({
  inbox,
  social,
  callbackUrl,
}: {
  inbox: Inbox;
  social: SocialInboxView | null;
  callbackUrl: string | null;
}) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const fields = socialCredentials[inbox.channel] ?? [];
  const [typed, setTyped] = useState<{ [Name in CredentialName]?: string }>(
    Object.fromEntries(fields.map(({ name }) => [name, social?.credentials[name] ?? ''])),
  );
  const [removed, setRemoved] = useState<ReadonlySet<CredentialName>>(new Set());
  const isKept = (name: CredentialName) => social?.credentials[name] === null && !removed.has(name);
  const missing = (name: CredentialName) => !typed[name]?.trim() && !isKept(name);
  const credentials = () =>
    Object.fromEntries(
      fields.flatMap(({ name, secret }): Array<[CredentialName, string | null]> => {
        const value = typed[name]?.trim() ?? '';
        if (value !== '') return [[name, value]];
        return secret && !removed.has(name) ? [] : [[name, null]];
      }),
    );
  const [trouble, setTrouble] = useState<SocialTrouble | null>(null);
  const settle = ({ social: saved, trouble: said }: Connected) => {
    setTrouble(said);
    if (said) return;
    setRemoved(new Set());
    client.setQueryData(socialQuery(inbox.id).queryKey, (before) => before && { ...before, social: saved });
    setTyped((before) => ({
      ...before,
      ...Object.fromEntries(fields.filter((it) => it.secret).map(({ name }) => [name, ''])),
    }));
    toast.show({ title: t('channels.social.connected'), tone: 'success' });
  };
  const connect = useMutation({
    mutationFn: () =>
      call(endpoints.channels.connectSocialInbox, {
        params: { id: inbox.id },
        body: { credentials: credentials() },
      }),
    onSuccess: settle,
  });
  return (
    <Form
      valid={!fields.some((field) => !field.optional && missing(field.name))}
      onSubmit={() => connect.mutate()}
      className="flex flex-col gap-4"
    >
      {(tried) => (
        <>
          {fields.map(({ name, secret, optional, choices }) => (
            <Field
              key={name}
              label={t(`channels.social.${name}`)}
              hint={t(hintOf(inbox.channel, name))}
              error={tried && !optional && missing(name) ? t('channels.social.missing') : undefined}
            >
              {choices ? (
                <Select
                  value={typed[name] || (choices[0] ?? '')}
                  onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
                  options={choices.map((value) => ({ value, label: t(`channels.social.choice.${value}`) }))}
                />
              ) : (
                <div className="flex gap-2">
                  <Input
                    type={secret ? 'password' : 'text'}
                    autoComplete="off"
                    spellCheck={false}
                    autoCapitalize="none"
                    maxLength={2000}
                    value={typed[name] ?? ''}
                    onValueChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
                    placeholder={isKept(name) ? t('channels.social.kept') : undefined}
                  />
                  {secret && optional && isKept(name) && (
                    <Button onClick={() => setRemoved((before) => new Set([...before, name]))}>
                      {t('channels.social.remove')}
                    </Button>
                  )}
                </div>
              )}
            </Field>
          ))}
          <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
            {trouble && <p className="text-sm font-medium">{t('channels.social.not_connected')}</p>}
            {trouble && <Trouble trouble={trouble} />}
            <FormError error={connect.error} />
          </div>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={connect.isPending}>
              {t(social ? 'channels.social.reconnect' : 'channels.social.connect')}
            </Button>
          </div>
          {callbackUrl !== null && (
            <SocialSignIn
              inbox={inbox}
              callbackUrl={callbackUrl}
              credentials={credentials}
              ready={!(socialSignIns[inbox.channel] ?? []).some(missing)}
              onConnected={settle}
            />
          )}
        </>
      )}
    </Form>
  );
}
