import type { LetterCopies } from '@fairlead/contract';
import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { AddressField } from './address-field.tsx';
import type { ReplyLetter } from './use-reply-letter.ts';

interface LetterFieldsProps {
  letter: ReplyLetter;
  onChange: (copies: LetterCopies) => void;
}

/** The head of a reply by e-mail: to whom it goes, who gets a copy, and, while the thread has none, its subject. */
export function LetterFields({ letter, onChange }: LetterFieldsProps) {
  const t = useT();
  const { draft, copies, setOpen } = letter;
  const [asked, setAsked] = useState<readonly ('cc' | 'bcc')[]>([]);
  if (letter.failed)
    return (
      <div className="px-3 pt-1.5">
        <Button size="sm" onClick={letter.retry}>
          {t('inbox.letter.retry')}
        </Button>
      </div>
    );
  if (draft === undefined) return <Skeleton className="mx-3 mt-2 h-5 w-56" />;
  if (draft === null || copies === null) return <Warning>{t('inbox.letter.cannot_send')}</Warning>;
  const shows = (field: 'cc' | 'bcc') => copies[field].length > 0 || asked.includes(field);
  const doubtful = draft.doubtful.filter((it) => !copies.cc.includes(it) && !copies.bcc.includes(it));
  const field = (name: 'cc' | 'bcc') =>
    shows(name) && (
      <Row label={t(`inbox.letter.${name}_field`)}>
        <AddressField
          label={t(`inbox.letter.${name}_field`)}
          value={copies[name]}
          onChange={(addresses) => onChange({ ...copies, [name]: addresses })}
          onOpen={(open) => setOpen(name, open)}
          autoFocus={asked.includes(name)}
        />
      </Row>
    );
  return (
    <div className="mt-1.5 border-y border-line-2 text-sm">
      <Row label={t('inbox.letter.to_field')}>
        <span className="min-w-0 flex-1 py-0.5 [overflow-wrap:anywhere]">
          {draft.to === null ? (
            <span className="text-warning-text">{t('inbox.letter.no_address')}</span>
          ) : (
            <>
              {draft.to.name !== null && <bdi className="me-1.5">{draft.to.name}</bdi>}
              <bdi className="text-ink-2">{draft.to.address}</bdi>
            </>
          )}
        </span>
        <span className="flex shrink-0 gap-1">
          {(['cc', 'bcc'] as const)
            .filter((name) => !shows(name))
            .map((name) => (
              <Button
                key={name}
                size="sm"
                variant="quiet"
                aria-label={t(`inbox.letter.add_${name}`)}
                onClick={() => setAsked([...asked, name])}
              >
                {t(`inbox.letter.${name}_field`)}
              </Button>
            ))}
        </span>
      </Row>
      {field('cc')}
      {field('bcc')}
      {doubtful.length > 0 && (
        <Warning>
          <span className="[overflow-wrap:anywhere]">
            {t('inbox.letter.doubtful', { addresses: doubtful.join(', ') })}
          </span>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => onChange({ ...copies, cc: [...copies.cc, ...doubtful] })}
          >
            {t('inbox.letter.doubtful.add')}
          </Button>
        </Warning>
      )}
      {!draft.subjectFixed && (
        <Row label={t('inbox.letter.subject_field')}>
          <input
            type="text"
            dir="auto"
            maxLength={200}
            aria-label={t('inbox.letter.subject_field')}
            value={copies.subject ?? draft.subject}
            onChange={(event) => onChange({ ...copies, subject: event.currentTarget.value })}
            className="h-6 min-w-0 flex-1 rounded-sm bg-transparent px-1 text-ink focus-visible:outline-2 focus-visible:outline-accent-text"
          />
        </Row>
      )}
    </div>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-start gap-2 border-line-2 px-3 py-1 not-first:border-t">
      {/* The control says it too. */}
      <span aria-hidden className="w-14 shrink-0 py-0.5 text-ink-3">
        {label}
      </span>
      {children}
    </div>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1 text-xs text-warning-text">
      <TriangleAlert className="size-3.5 shrink-0" aria-hidden />
      {children}
    </div>
  );
}
