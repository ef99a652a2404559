import { endpoints, type ResponseOf } from '@fairlead/contract';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, PlugZap } from 'lucide-react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Trouble } from './email-health.tsx';

type Tried = ResponseOf<typeof endpoints.channels.tryEmailInbox>;

/** Signs in to the servers as they are saved. */
export function useTryEmail(inboxId: string): UseMutationResult<Tried, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(endpoints.channels.tryEmailInbox, { params: { id: inboxId } }),
    // What came of it is the inbox's health.
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }),
  });
}

/** Has somebody sign in to the servers, and says what came of it. */
export function TryEmailPanel({ attempt }: { attempt: ReturnType<typeof useTryEmail> }) {
  const t = useT();
  return (
    <Panel
      title={t('channels.mail.try')}
      description={t('channels.mail.try.text')}
      actions={
        <Button size="sm" icon={<PlugZap />} loading={attempt.isPending} onClick={() => attempt.mutate()}>
          {t('channels.mail.try.now')}
        </Button>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {attempt.data && <Outcome name={t('channels.mail.imap')} outcome={attempt.data.imap} />}
        {attempt.data && <Outcome name={t('channels.mail.smtp')} outcome={attempt.data.smtp} />}
        {attempt.data && !attempt.data.imap && !attempt.data.smtp && (
          <p className="text-sm text-ink-2">{t('channels.mail.try.nothing')}</p>
        )}
        <FormError error={attempt.error} />
      </div>
    </Panel>
  );
}

function Outcome({ name, outcome }: { name: string; outcome: Tried['imap'] }) {
  const t = useT();
  if (!outcome) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm font-medium">{name}</p>
      {outcome.trouble ? (
        <Trouble trouble={outcome.trouble} />
      ) : (
        <p className="flex items-center gap-2 text-sm text-ink-2">
          <CircleCheck className="size-4 shrink-0 text-success-text" aria-hidden />
          {t('channels.mail.try.well')}
        </p>
      )}
    </div>
  );
}
