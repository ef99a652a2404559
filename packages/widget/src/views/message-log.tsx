import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { dayName } from '../text/moments.ts';
import { offeredReplies } from '../thread/offered-replies.ts';
import { type Thread, unreadOf } from '../thread/thread.ts';
import { threadRows } from '../thread/thread-rows.ts';
import { AddressForm } from './address-form.tsx';
import { useChatState, useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';
import { MessageGroup } from './message-group.tsx';
import { QuickReplies } from './quick-replies.tsx';

/** Pixels from the end that still count as being there. */
const nearEnd = 60;
const nearStart = 120;

/** The messages of a thread. It stays at its end while the customer is there, and where they are while they read back. */
export function MessageLog({ id, thread }: { id: string | null; thread: Thread | undefined }) {
  const { chat, texts } = useSurroundings();
  const { t, wire, locale } = texts;
  const allPending = useChatState((state) => state.talk.pending);
  const typing = useChatState((state) => (state.typing?.conversationId === id ? state.typing : null));
  const atEnd = useChatState((state) => state.atEnd);
  const nobody = useChatState((state) => state.config?.languagesOnline.length === 0);
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const messages = thread?.messages ?? [];
  const pending = useMemo(
    () => allPending.filter(({ conversationId }) => conversationId === id),
    [allPending, id],
  );
  const rows = useMemo(() => threadRows(messages, pending), [messages, pending]);
  const first = messages[0]?.seq;
  const before = useRef({ first, height: 0, pending: pending.length });
  const loading = id !== null && messages.length === 0;

  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const was = before.current;
    if (pending.length > was.pending || chat.store.get().atEnd) toEnd();
    // What was loaded above must not push down what is being read.
    else if (first !== undefined && was.first !== undefined && first < was.first)
      box.scrollTop += box.scrollHeight - was.height;
    before.current = { first, height: box.scrollHeight, pending: pending.length };
  }, [rows, typing]);

  useEffect(() => {
    // Images, videos and the keyboard change heights later.
    const watcher = new ResizeObserver(() => chat.store.get().atEnd && toEnd());
    if (list.current) watcher.observe(list.current);
    if (content.current) watcher.observe(content.current);
    return () => watcher.disconnect();
  }, []);

  function onScroll() {
    const box = list.current;
    if (!box) return;
    chat.store.set({ atEnd: box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd });
    loadOlder();
  }
  function loadOlder() {
    if (id && first !== undefined && first > 1 && list.current && list.current.scrollTop < nearStart)
      chat.loadOlder(id).catch(() => undefined);
  }
  // What is too short to be scrolled would wait for ever.
  useEffect(loadOlder, [rows]);

  const unread = thread ? unreadOf(thread) : 0;
  const closed = thread?.conversation.state === 'closed';
  const offered = offeredReplies(messages, pending);
  return (
    <div class="log-frame">
      <div
        class="log"
        ref={list}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('thread.messages')}
      >
        <div ref={content}>
          {loading && <LogSkeleton />}
          {first !== undefined && first > 1 && <p class="line">{t('thread.older')}</p>}
          {id === null && pending.length === 0 && (
            <>
              <p class="line line-start">{t('thread.start')}</p>
              {nobody && <p class="line">{t('home.offline')}</p>}
            </>
          )}
          {rows.map((row) =>
            row.is === 'day' ? (
              <h2 key={row.key} class="day">
                <time dateTime={row.at}>{dayName(locale, row.at)}</time>
              </h2>
            ) : row.is === 'system' ? (
              <p key={row.key} class="line" dir="auto">
                {row.message.system && wire(`system.${row.message.system.key}`, row.message.system.params)}
              </p>
            ) : (
              <MessageGroup key={row.key} group={row} agentReadSeq={thread?.conversation.agentReadSeq ?? 0} />
            ),
          )}
          {closed ? (
            <p class="line">{t('thread.closed')}</p>
          ) : (
            offered.length > 0 && <QuickReplies replies={offered} />
          )}
          <AddressForm thread={thread} />
          {typing && (
            <p class="typing">
              <span class="typing-dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {t('thread.typing', { name: typing.name ?? t('thread.agent') })}
            </p>
          )}
        </div>
      </div>
      {!atEnd && (
        <button type="button" class="pill" aria-label={t('thread.end')} onClick={toEnd}>
          <Icon name="down" />
          {unread > 0 && t('thread.new')}
        </button>
      )}
    </div>
  );
}

function LogSkeleton() {
  return (
    <div class="skeleton" aria-busy="true">
      <i class="bone bone-bubble" />
      <i class="bone bone-bubble bone-mine" />
      <i class="bone bone-bubble" />
    </div>
  );
}
