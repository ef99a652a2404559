import type { Conversation } from '@fairlead/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import type { ThreadState } from '../../../live/thread-state.ts';
import { Button } from '../../../ui/button.tsx';
import { isUnread } from '../attention/standing-of.ts';
import { usePrivateLink } from '../composer/private-link-query.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { useAgentsById } from '../use-agents-by-id.ts';
import { EntryView } from './entry-view.tsx';
import { MessageAnnouncer } from './message-announcer.tsx';
import { type ThreadEntry, threadEntries } from './thread-entries.ts';
import { ThreadStart } from './thread-start.tsx';
import { useOlderMessages } from './use-older-messages.ts';

interface ThreadViewProps {
  conversation: Conversation;
  thread: ThreadState;
  outgoing: readonly Outgoing[];
  /** Filled with the highest `seq` that has been on screen. */
  seenSeq: RefObject<number>;
  /** Called when the newest message is on screen. */
  onNewest: (seq: number) => void;
}

/** Room above the first message, for loading older ones and for saying that there are none. */
const startRoom = 48;

/** The messages of a thread; only those in sight are drawn, so that thousands scroll like a few. */
export function ThreadView({ conversation, thread, outgoing, seenSeq, onNewest }: ThreadViewProps) {
  const t = useT();
  const agents = useAgentsById();
  const scroller = useRef<HTMLDivElement>(null);
  const unreadAfter = useUnreadAfter(conversation);
  const { link } = usePrivateLink(conversation, thread.messages);
  const from = link?.from?.goesOnHere && link.from.reachable ? link.from : null;
  const entries = useMemo(
    () => threadEntries(thread, outgoing, unreadAfter, from),
    [thread, outgoing, unreadAfter, from],
  );
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(entries[index]),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 6,
    paddingStart: startRoom,
    paddingEnd: 12,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 60,
  });
  useLayoutEffect(() => rows.scrollToEnd(), [rows]);
  useStayAtEnd(scroller, rows);
  // One's own message brings one to the end, wherever one was reading.
  const newestOutgoing = outgoing.at(-1)?.key;
  useEffect(() => {
    if (newestOutgoing) rows.scrollToEnd();
  }, [newestOutgoing, rows]);

  const drawn = rows.getVirtualItems();
  const older = useOlderMessages(conversation.id, (drawn[0]?.index ?? 0) < 4 && !thread.reachedStart);
  const atEnd = rows.isAtEnd(60);
  const lastSeq = thread.messages.at(-1)?.seq ?? 0;
  const seen = useSeen({ entries, end: rows.range?.endIndex ?? -1, atEnd, lastSeq, seenSeq, onNewest });
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('inbox.thread')}
        // Reading by keyboard needs the focus here.
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain px-4 -outline-offset-2"
      >
        <div className="relative mx-auto max-w-4xl" style={{ height: rows.getTotalSize() }}>
          <ThreadStart thread={thread} older={older} className="absolute inset-x-0 top-0 h-12" />
          {drawn.map(({ index, key, start }) => {
            const entry = entries[index];
            if (!entry) return null;
            return (
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <EntryView entry={entry} conversation={conversation} agents={agents} />
              </div>
            );
          })}
        </div>
      </div>
      {!atEnd && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            size="sm"
            icon={<ArrowDown />}
            onClick={() => rows.scrollToEnd()}
            className="pointer-events-auto rounded-full! px-3! shadow-pop"
          >
            {lastSeq > seen ? t('inbox.thread.newer', { count: lastSeq - seen }) : t('inbox.thread.newest')}
          </Button>
        </div>
      )}
      <MessageAnnouncer messages={thread.messages} />
    </div>
  );
}

/** Who reads the newest goes on doing so when the composer or a notice takes some of the room. */
function useStayAtEnd(
  scroller: RefObject<HTMLElement | null>,
  rows: { isAtEnd: (within: number) => boolean; scrollToEnd: () => void },
) {
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    let atEnd = true;
    const note = () => {
      atEnd = rows.isAtEnd(60);
    };
    const resized = new ResizeObserver(() => atEnd && rows.scrollToEnd());
    current.addEventListener('scroll', note, { passive: true });
    resized.observe(current);
    return () => {
      current.removeEventListener('scroll', note);
      resized.disconnect();
    };
  }, [scroller, rows]);
}

function estimate(entry: ThreadEntry | undefined): number {
  if (entry?.kind !== 'message') return 40;
  const lines = Math.ceil(entry.message.text.length / 60);
  const { attachments, quickReplies } = entry.message;
  const around = (entry.first ? 26 : 0) + (quickReplies.length > 0 ? 30 : 0);
  return 24 + lines * 22 + around + attachments.length * 200;
}

/** Where the unread began when the thread was opened: the line stays there while one reads. */
function useUnreadAfter(conversation: Conversation): number | null {
  const [after] = useState(() => (isUnread(conversation) ? conversation.agentReadSeq : null));
  return after;
}

/** Keeps note of what has been on screen, and answers it. */
function useSeen(options: {
  entries: readonly ThreadEntry[];
  end: number;
  atEnd: boolean;
  lastSeq: number;
  seenSeq: RefObject<number>;
  onNewest: (seq: number) => void;
}): number {
  const { entries, end, atEnd, lastSeq, seenSeq, onNewest } = options;
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      const shown = entries
        .slice(0, end + 1)
        .findLast((entry) => entry.kind === 'message' || entry.kind === 'system');
      const seq = atEnd ? lastSeq : (shown?.message.seq ?? 0);
      if (seq > seenSeq.current) seenSeq.current = seq;
      setSeen(seenSeq.current);
      if (atEnd && lastSeq > 0) onNewest(lastSeq);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [entries, end, atEnd, lastSeq, seenSeq, onNewest]);
  return seen;
}
