import type { EmailInboxView, MailTrouble, SocialTrouble } from '@fairlead/contract';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { sayPlatformWords } from './say-platform-words.ts';

/** How an e-mail inbox gets along with its servers: when they last answered, or what is wrong with which. */
export function EmailHealth({ email }: { email: EmailInboxView }) {
  const t = useT();
  const format = useFormat();
  const { lastError, sendingError } = email;
  if (lastError || sendingError)
    return (
      <>
        {lastError && <Trouble server={t('channels.mail.imap')} trouble={lastError} />}
        {sendingError && <Trouble server={t('channels.mail.smtp')} trouble={sendingError} />}
      </>
    );
  const at = email.lastContactAt;
  return (
    <p className="flex items-center gap-2 text-sm text-ink-2">
      {at ? (
        <CircleCheck className="size-4 shrink-0 text-success-text" aria-hidden />
      ) : (
        <CircleDashed className="size-4 shrink-0 text-ink-3" aria-hidden />
      )}
      {at ? t('channels.mail.contact', { when: format.relativeTime(at) }) : t('channels.mail.no_contact')}
    </p>
  );
}

/** What a server said, in our words and in its own; which one, where there are several. */
export function Trouble({ server, trouble }: { server?: string; trouble: MailTrouble | SocialTrouble }) {
  const t = useT();
  const { ours, theirs } = sayPlatformWords(t, trouble.words);
  return (
    <div className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0">
        {server && <p className="font-medium">{server}</p>}
        <p>{t(`error.${trouble.code}`)}</p>
        {ours && <p className="mt-1">{ours}</p>}
        {theirs && <p className="mt-1 break-words font-mono text-xs">{theirs}</p>}
      </div>
    </div>
  );
}
