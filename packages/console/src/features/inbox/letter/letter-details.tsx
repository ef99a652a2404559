import type { Letter, Message } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { LetterFrame } from './letter-frame.tsx';
import { CalendarPart, ProtectionMarks } from './letter-parts.tsx';
import { LetterProof } from './letter-proof.tsx';
import { letterQuery } from './letter-queries.ts';
import { LetterSource } from './letter-source.tsx';

/** What a message by e-mail has beside its text: from whom to whom, proved or not, as it was laid out, and what it quotes. */
export function LetterDetails({ message }: { message: Message }) {
  const t = useT();
  const [laidOut, setLaidOut] = useState(false);
  const { data: letter, error, refetch } = useQuery(letterQuery(message.conversationId, message.id));
  if (error && !letter)
    return (
      <Button size="sm" onClick={() => void refetch()}>
        {t('inbox.letter.retry')}
      </Button>
    );
  if (!letter) return <Skeleton className="h-4 w-48" />;
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5 border-t border-line-2 pt-1.5 text-xs text-ink-2">
      <div className="flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 font-medium break-words text-ink" dir="auto">
          {letter.subject || t('inbox.letter.no_subject')}
        </span>
        {letter.direction === 'in' && <LetterProof proof={letter.proof} />}
        <ProtectionMarks protection={letter.protection} />
      </div>
      {letter.protection.encrypted && <p>{t('inbox.letter.encrypted.text')}</p>}
      {letter.invitation && <CalendarPart invitation={letter.invitation} />}
      <details className="max-w-full">
        <summary className="cursor-pointer rounded-sm py-1">
          {t('inbox.letter.from', { address: letter.from?.address ?? '–' })}
        </summary>
        <Headers letter={letter} />
      </details>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {letter.html !== null && (
          <Button size="sm" aria-expanded={laidOut} onClick={() => setLaidOut(!laidOut)}>
            {t(laidOut ? 'inbox.letter.hide' : 'inbox.letter.show')}
          </Button>
        )}
        {letter.source && <LetterSource message={message} subject={letter.subject} />}
      </div>
      {laidOut && letter.html !== null && (
        <LetterFrame letter={letter} html={letter.html} message={message} />
      )}
      <Folded label={t('inbox.letter.signature')} text={letter.signature} />
      <Folded label={t('inbox.letter.history')} text={letter.history} />
    </div>
  );
}

function Headers({ letter: { to, cc, proof } }: { letter: Letter }) {
  const t = useT();
  const named = (parties: Letter['to']) => parties.map((it) => it.address).join(', ');
  return (
    <div className="flex flex-col gap-0.5 pt-1 break-words">
      <span>{t('inbox.letter.to', { addresses: named(to) || '–' })}</span>
      {cc.length > 0 && <span>{t('inbox.letter.cc', { addresses: named(cc) })}</span>}
      {proof && (
        <span>
          {t('inbox.letter.verdicts', {
            spf: proof.spf,
            dkim: proof.dkim,
            dmarc: proof.dmarc,
            arc: proof.arc,
          })}
        </span>
      )}
    </div>
  );
}

function Folded({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <details className="max-w-full">
      <summary className="cursor-pointer rounded-sm py-1">{label}</summary>
      <p dir="auto" className="max-h-80 overflow-y-auto break-words whitespace-pre-wrap">
        {text}
      </p>
    </details>
  );
}
