import type { SideMessage } from '@fairlead/contract';
import { Bot, CalendarCheck, CircleAlert, Clock3, RotateCw, TriangleAlert, UserPlus } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { LetterProof } from '../../inbox/letter/letter-proof.tsx';
import { Attachments } from '../../inbox/thread/attachments.tsx';
import { RichText } from '../../inbox/thread/rich-text.tsx';

interface SideLetterProps {
  message: SideMessage;
  onRetry: (() => void) | undefined;
  /** Makes its writer one of the parties. */
  onTakeIn: (() => void) | undefined;
}

/** One letter: who wrote it, whether that is one of those it is held with, and how far ours has come. */
export function SideLetter({ message, onRetry, onTakeIn }: SideLetterProps) {
  const t = useT();
  const format = useFormat();
  const me = useMe().agent.id;
  const {
    author,
    from,
    direction,
    known,
    automatic,
    invitationAnswer,
    text,
    history,
    attachments,
    createdAt,
  } = message;
  const came = direction === 'in';
  const name = author
    ? author.id === me
      ? t('inbox.author.you')
      : author.name
    : (from.name ?? from.address);
  return (
    <li
      className={cx('flex max-w-[min(92%,44rem)] flex-col gap-1', came ? 'items-start' : 'ms-auto items-end')}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        <bdi className="font-medium text-ink-2">{name}</bdi>
        {came && from.name !== null && <bdi className="[overflow-wrap:anywhere]">{from.address}</bdi>}
        <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>
        {invitationAnswer ? (
          <Badge icon={<CalendarCheck aria-hidden />}>
            {t(`tickets.side.invitation.${invitationAnswer}`)}
          </Badge>
        ) : (
          automatic && <Badge icon={<Bot aria-hidden />}>{t('tickets.side.machine')}</Badge>
        )}
        {came && <LetterProof proof={message.proof} />}
      </p>
      {!known && (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-danger-soft px-3 py-1.5 text-sm text-danger-text">
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          <span className="font-medium">{t('tickets.side.stranger')}</span>
          <span className="basis-full [overflow-wrap:anywhere]">
            {t('tickets.side.stranger.text', { address: from.address })}
          </span>
          {onTakeIn && (
            <Button size="sm" icon={<UserPlus />} onClick={onTakeIn}>
              {t('tickets.side.take_in')}
            </Button>
          )}
        </div>
      )}
      <div
        className={cx(
          'flex max-w-full min-w-0 flex-col gap-2 rounded-xl px-3 py-1.5',
          came ? 'rounded-es-sm bg-sunken' : 'rounded-ee-sm bg-accent-soft',
        )}
      >
        <RichText text={text} />
        <Attachments attachments={attachments} />
        {history !== '' && (
          <details className="max-w-full border-t border-line-2 pt-1.5 text-xs text-ink-2">
            <summary className="cursor-pointer rounded-sm py-1">{t('inbox.letter.history')}</summary>
            <p dir="auto" className="max-h-80 overflow-y-auto break-words whitespace-pre-wrap">
              {history}
            </p>
          </details>
        )}
      </div>
      <Delivery message={message} onRetry={onRetry} />
    </li>
  );
}

function Delivery({ message: { delivery }, onRetry }: Pick<SideLetterProps, 'message' | 'onRetry'>) {
  const t = useT();
  if (!delivery) return null;
  if (delivery.state !== 'failed')
    return (
      <span className="flex items-center gap-1 text-xs text-ink-3">
        {delivery.state === 'queued' && <Clock3 className="size-3.5" aria-hidden />}
        {t(`tickets.side.${delivery.state}`)}
      </span>
    );
  return (
    <span className="flex flex-wrap items-center justify-end gap-2 text-sm text-danger-text">
      <span className="flex items-center gap-1 [overflow-wrap:anywhere]">
        <CircleAlert className="size-3.5 shrink-0" aria-hidden />
        {t('tickets.side.failed', { reason: delivery.error ?? '' })}
      </span>
      {onRetry && (
        <Button size="sm" icon={<RotateCw />} onClick={onRetry}>
          {t('tickets.side.retry')}
        </Button>
      )}
    </span>
  );
}
