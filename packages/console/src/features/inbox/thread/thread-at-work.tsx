import type { Conversation } from '@fairlead/contract';
import { type RefObject, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import type { ThreadState } from '../../../live/thread-state.ts';
import { Composer } from '../composer/composer.tsx';
import { MovedOnGuard } from '../composer/moved-on-guard.tsx';
import { useAddFiles } from '../composer/use-add-files.ts';
import { useDraft } from '../composer/writing.tsx';
import { SharedDrafts } from '../drafts/shared-drafts.tsx';
import { useThreadDrafts } from '../drafts/use-thread-drafts.ts';
import { useOutgoing } from '../outbox/outbox.tsx';
import { useUndoToast } from '../outbox/use-undo-toast.ts';
import { ClosedBar } from './closed-bar.tsx';
import { DropTarget } from './drop-target.tsx';
import { PresenceLine } from './presence-line.tsx';
import { ThreadSkeleton } from './thread-skeleton.tsx';
import { ThreadView } from './thread-view.tsx';
import { useBeingHere } from './use-being-here.ts';
import { useReadMark } from './use-read-mark.ts';

interface ThreadAtWorkProps {
  conversation: Conversation;
  /** Undefined while it loads. */
  thread: ThreadState | undefined;
  mayReply: boolean;
  /** The field that replies and notes are written in. */
  field: RefObject<HTMLTextAreaElement | null>;
}

const noMessages: ThreadState['messages'] = [];

/** A thread with the place to write in it, wherever the conversation is worked on. */
export function ThreadAtWork({ conversation, thread, mayReply, field }: ThreadAtWorkProps) {
  const t = useT();
  const { id } = conversation;
  const draft = useDraft(id);
  const messages = thread?.messages ?? noMessages;
  const outgoing = useOutgoing(id, messages);
  const seenSeq = useRef(0);
  const closed = conversation.state === 'closed';
  const addFiles = useAddFiles(id, closed ? 'note' : draft.kind);
  const onNewest = useReadMark(conversation);
  useBeingHere(id, draft.kind === 'text' && draft.text.text !== '');
  useUndoToast(id);
  const shared = useThreadDrafts(id);
  const overtaken = outgoing.find((item) => item.state === 'moved_on');
  return (
    <DropTarget onFiles={addFiles} enabled={mayReply}>
      {thread ? (
        <ThreadView
          conversation={conversation}
          thread={thread}
          outgoing={outgoing}
          seenSeq={seenSeq}
          onNewest={onNewest}
        />
      ) : (
        <ThreadSkeleton />
      )}
      <PresenceLine conversation={conversation} />
      {closed && <ClosedBar conversation={conversation} />}
      <SharedDrafts drafts={shared} mayReply={mayReply} field={field} />
      {overtaken && <MovedOnGuard key={overtaken.key} item={overtaken} messages={messages} />}
      {mayReply ? (
        <Composer
          conversation={conversation}
          messages={messages}
          outgoing={outgoing}
          seenSeq={seenSeq}
          field={field}
          noteOnly={closed}
        />
      ) : (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-3">{t('inbox.composer.read_only')}</p>
      )}
    </DropTarget>
  );
}
