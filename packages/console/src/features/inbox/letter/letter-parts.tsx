import type { LetterInvitation, LetterProtection } from '@fairlead/contract';
import { CalendarDays, FileLock, PenLine } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';

/** Names of formats, the same in every language. */
const formats = { smime: 'S/MIME', pgp: 'PGP' } as const;

/** That a letter says to be encrypted or signed, and how. */
export function ProtectionMarks({ protection: { encrypted, signed } }: { protection: LetterProtection }) {
  const t = useT();
  return (
    <>
      {encrypted && (
        <Badge icon={<FileLock aria-hidden />}>
          {t('inbox.letter.encrypted', { how: formats[encrypted] })}
        </Badge>
      )}
      {signed && (
        <Badge icon={<PenLine aria-hidden />}>{t('inbox.letter.signed', { how: formats[signed] })}</Badge>
      )}
    </>
  );
}

const methods = { REQUEST: 'request', REPLY: 'reply', CANCEL: 'cancel' } as const;
const statuses = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const;

/** An invitation of a calendar that came with a letter, or what became of one; nothing can be answered from here. */
export function CalendarPart({ invitation }: { invitation: LetterInvitation }) {
  const t = useT();
  const format = useFormat();
  const { method, summary, start, organizer, attendeeStatus } = invitation;
  // Strangers write it: what is no moment is shown as it is.
  const inUtc = start?.endsWith('Z') === true && !Number.isNaN(Date.parse(start));
  const what = methods[method as keyof typeof methods] ?? 'other';
  const answer = what === 'reply' ? statuses[attendeeStatus as keyof typeof statuses] : undefined;
  return (
    <div className="flex min-w-0 items-start gap-1.5">
      <CalendarDays className="mt-0.5 size-4 shrink-0" aria-hidden />
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-medium">{t(`inbox.letter.calendar.${what}`)}</span>
        {answer && `: ${t(`inbox.letter.calendar.${answer}`)}`}
        {summary && (
          <>
            <br />
            <bdi>{summary}</bdi>
          </>
        )}
        {start && (
          <>
            <br />
            {/* Otherwise as the sender's calendar has it: whose time zone that is nobody says. */}
            <bdi>{inUtc ? format.dateTime(start) : start.replace('T', ' ')}</bdi>
          </>
        )}
        {organizer && (
          <>
            <br />
            {t('inbox.letter.calendar.organizer', { address: organizer })}
          </>
        )}
      </p>
    </div>
  );
}
