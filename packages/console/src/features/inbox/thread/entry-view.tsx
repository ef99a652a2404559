import type { Agent, Conversation } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { OutgoingBubble } from './outgoing-bubble.tsx';
import { PublicBefore } from './public-before.tsx';
import { SystemLine } from './system-line.tsx';
import type { ThreadEntry } from './thread-entries.ts';

interface EntryViewProps {
  entry: ThreadEntry;
  conversation: Conversation;
  agents: ReadonlyMap<string, Agent>;
}

/** One entry of a thread with the room it needs. */
export function EntryView({ entry, conversation, agents }: EntryViewProps) {
  switch (entry.kind) {
    case 'day':
      return <DayLine moment={entry.moment} />;
    case 'public':
      return <PublicBefore from={entry.from} conversation={conversation} agents={agents} />;
    case 'unread':
      return <UnreadLine />;
    case 'system':
      return (
        <div className="py-2">
          <SystemLine message={entry.message} />
        </div>
      );
    case 'message': {
      const { message, first, last } = entry;
      return (
        <div className={first ? 'pt-2.5 pb-0.5' : 'py-0.5'}>
          <MessageBubble
            message={message}
            conversation={conversation}
            first={first}
            last={last}
            agents={agents}
          />
        </div>
      );
    }
    case 'outgoing':
      return (
        <div className="pt-2.5 pb-0.5">
          <OutgoingBubble item={entry.item} />
        </div>
      );
  }
}

function DayLine({ moment }: { moment: string }) {
  const format = useFormat();
  return (
    <div className="flex items-center gap-3 py-3 text-xs font-medium text-ink-3">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <time dateTime={moment.slice(0, 10)}>{format.day(moment)}</time>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}

function UnreadLine() {
  const t = useT();
  return (
    <div className="flex items-center gap-3 pt-2 text-xs font-semibold text-accent-text">
      <span aria-hidden className="h-px flex-1 bg-accent-text/40" />
      {t('inbox.thread.unread')}
      <span aria-hidden className="h-px flex-1 bg-accent-text/40" />
    </div>
  );
}
