import { CircleAlert, Clock3, Pencil, RotateCw, Trash2, Undo2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { useOnline } from '../../../ui/use-online.ts';
import { LetterCopies } from '../letter/letter-copies.tsx';
import { errorOf } from '../outbox/error-of.ts';
import { useSendQueue } from '../outbox/outbox.tsx';
import type { Outgoing } from '../outbox/outgoing.ts';
import { useTakeBack } from '../outbox/use-take-back.ts';
import { useNow } from '../use-now.ts';
import { Attachments } from './attachments.tsx';
import { Bubble } from './message-bubble.tsx';
import { PublicMark } from './public-mark.tsx';
import { QuickReplies } from './quick-replies.tsx';
import { RichText } from './rich-text.tsx';

/** A message that is not yet with the server: it may be undone, waits for the network, or was refused. */
export function OutgoingBubble({ item }: { item: Outgoing }) {
  const t = useT();
  const mentions = item.mentions.map(({ name }) => name);
  return (
    <Bubble
      look={item.kind === 'note' ? 'note' : 'agent'}
      author={
        <>
          <span>{t(item.kind === 'note' ? 'inbox.author.note_yours' : 'inbox.author.you')}</span>
          {item.publicOn && <PublicMark channel={item.publicOn} />}
        </>
      }
      meta={
        <>
          <QuickReplies texts={item.quickReplies} />
          <OutgoingState item={item} />
        </>
      }
    >
      <div className={cx('flex flex-col gap-2', item.state !== 'failed' && 'opacity-75')}>
        {item.text !== '' && <RichText text={item.text} mentions={mentions} />}
        {item.letter && <LetterCopies letter={item.letter} />}
        {item.attachments.length > 0 && <Attachments attachments={item.attachments} />}
      </div>
    </Bubble>
  );
}

function OutgoingState({ item }: { item: Outgoing }) {
  const t = useT();
  const online = useOnline();
  switch (item.state) {
    case 'held':
      return <Held item={item} />;
    case 'failed':
    case 'moved_on':
      return <Refused item={item} />;
    default:
      return (
        <span className="flex items-center gap-1 text-xs text-ink-3">
          <Clock3 className="size-3.5" aria-hidden />
          {t(
            item.state === 'sending'
              ? 'inbox.outgoing.sending'
              : online
                ? 'inbox.outgoing.waiting'
                : 'inbox.outgoing.offline',
          )}
        </span>
      );
  }
}

function Held({ item }: { item: Outgoing }) {
  const t = useT();
  const takeBack = useTakeBack();
  const seconds = Math.max(1, Math.ceil((item.sendAt - useNow('second')) / 1000));
  return (
    <span className="flex items-center gap-1 text-xs text-ink-3">
      <Clock3 className="size-3.5" aria-hidden />
      {t('inbox.outgoing.held', { seconds })}
      <Button
        size="sm"
        variant="quiet"
        icon={<Undo2 />}
        onClick={() => takeBack(item.key)}
        className="text-accent-text!"
      >
        {t('inbox.undo')}
      </Button>
    </span>
  );
}

function Refused({ item }: { item: Outgoing }) {
  const t = useT();
  const errorText = useErrorText();
  const queue = useSendQueue();
  const takeBack = useTakeBack();
  return (
    <div className="flex flex-col items-end gap-1.5" role="alert">
      <span className="flex items-start gap-1 text-sm text-danger-text">
        <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
        {item.error ? errorText(errorOf(item.error)) : null}
      </span>
      {item.state === 'failed' && (
        <span className="flex flex-wrap justify-end gap-1.5">
          <Button size="sm" icon={<RotateCw />} onClick={() => queue?.retry(item.key)}>
            {t('inbox.failed.retry')}
          </Button>
          <Button size="sm" icon={<Pencil />} onClick={() => takeBack(item.key)}>
            {t('inbox.outgoing.edit')}
          </Button>
          <Button size="sm" variant="quiet" icon={<Trash2 />} onClick={() => queue?.takeBack(item.key)}>
            {t('inbox.outgoing.discard')}
          </Button>
        </span>
      )}
    </div>
  );
}
