import type { Agent, Conversation, Message } from '@fairlead/contract';
import { Bot, CircleAlert, RotateCw, StickyNote } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { customerName } from '../../customers/customer-name.ts';
import { RemovedButton } from '../../shield/marks/removed-button.tsx';
import { MessageTranslation } from '../../translation/message-translation.tsx';
import { LetterCopies } from '../letter/letter-copies.tsx';
import { LetterDetails } from '../letter/letter-details.tsx';
import { Attachments } from './attachments.tsx';
import { MessageMeta } from './message-meta.tsx';
import { MessageSources } from './message-sources.tsx';
import { PublicMark } from './public-mark.tsx';
import { QuickReplies } from './quick-replies.tsx';
import { RichText } from './rich-text.tsx';
import { sayFailure } from './say-failure.ts';
import { useRetryMessage } from './use-retry-message.ts';

/** Who a bubble is from, in looks: the customer at the start, we at the end, notes on their own ground. */
export type BubbleLook = 'customer' | 'agent' | 'bot' | 'note';

const looks: Record<BubbleLook, string> = {
  customer: 'bg-sunken rounded-es-sm',
  agent: 'bg-accent-soft rounded-ee-sm',
  bot: 'border border-dashed border-line-2 bg-surface rounded-ee-sm',
  note: 'border border-note-line bg-note-soft rounded-ee-sm',
};

/** The box of a message, whoever wrote it. */
export function Bubble(props: { look: BubbleLook; author: ReactNode; children: ReactNode; meta: ReactNode }) {
  const { look, author, children, meta } = props;
  return (
    <div
      className={cx(
        'flex max-w-[min(85%,38rem)] flex-col gap-1',
        look === 'customer' ? 'items-start' : 'ms-auto items-end',
      )}
    >
      {author && <div className="flex items-center gap-1 text-xs text-ink-3">{author}</div>}
      <div className={cx('flex max-w-full min-w-0 flex-col gap-2 rounded-xl px-3 py-1.5', looks[look])}>
        {children}
      </div>
      {meta}
    </div>
  );
}

interface MessageBubbleProps {
  message: Message;
  conversation: Conversation;
  first: boolean;
  last: boolean;
  agents: ReadonlyMap<string, Agent>;
}

/** One message of a thread. */
export function MessageBubble({ message, conversation, first, last, agents }: MessageBubbleProps) {
  const { author, kind, delivery } = message;
  const look: BubbleLook =
    kind === 'note'
      ? 'note'
      : author.type === 'customer'
        ? 'customer'
        : author.type === 'bot'
          ? 'bot'
          : 'agent';
  const mentions = useMemo(
    () => message.mentions.flatMap((id) => agents.get(id)?.name ?? []),
    [message.mentions, agents],
  );
  const failed = delivery?.state === 'failed';
  return (
    <Bubble
      look={look}
      author={<Author message={message} conversation={conversation} shown={first} />}
      meta={
        <>
          <QuickReplies texts={message.quickReplies} />
          {(last || failed || delivery?.state === 'queued') && (
            <MessageMeta message={message} conversation={conversation} />
          )}
          {failed && <Failed message={message} />}
        </>
      }
    >
      {message.text !== '' && (
        <RichText
          text={message.text}
          lang={author.type === 'customer' ? conversation.locale : undefined}
          mentions={mentions}
        />
      )}
      {author.type === 'customer' && <RemovedButton message={message} />}
      {conversation.channel === 'email' && kind === 'text' && author.type === 'customer' && (
        <LetterDetails message={message} />
      )}
      <MessageTranslation message={message} conversation={conversation} />
      <MessageSources sources={message.sources} />
      {message.letter && <LetterCopies letter={message.letter} />}
      {message.attachments.length > 0 && (
        <Attachments attachments={message.attachments} conversationId={conversation.id} />
      )}
    </Bubble>
  );
}

/** Who wrote it: drawn once for a group, said for every message. */
function Author({
  message,
  conversation,
  shown,
}: {
  message: Message;
  conversation: Conversation;
  shown: boolean;
}) {
  const t = useT();
  const me = useMe().agent.id;
  const { author, kind } = message;
  const mine = author.id === me;
  const name =
    author.type === 'customer'
      ? (author.name ?? customerName(t, conversation.customer))
      : mine
        ? t('inbox.author.you')
        : (author.name ?? t('inbox.author.bot'));
  const text =
    kind !== 'note' ? name : mine ? t('inbox.author.note_yours') : t('inbox.author.note', { name });
  const mark = message.publicOn && <PublicMark channel={message.publicOn} />;
  if (!shown)
    return (
      <span className="sr-only">
        {text} {mark}
      </span>
    );
  return (
    <>
      {kind === 'note' && <StickyNote className="size-3.5" aria-hidden />}
      {author.type === 'bot' && <Bot className="size-3.5" aria-hidden />}
      <span>{text}</span>
      {mark}
    </>
  );
}

function Failed({ message }: { message: Message }) {
  const t = useT();
  const retry = useRetryMessage(message);
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 text-sm text-danger-text">
      <span className="flex items-center gap-1">
        <CircleAlert className="size-3.5 shrink-0" aria-hidden />
        {sayFailure(t, message.delivery?.error ?? null)}
      </span>
      {retry.allowed && (
        <Button size="sm" icon={<RotateCw />} loading={retry.busy} onClick={retry.run}>
          {t('inbox.failed.retry')}
        </Button>
      )}
    </div>
  );
}
