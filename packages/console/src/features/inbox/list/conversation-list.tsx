import { useVirtualizer } from '@tanstack/react-virtual';
import { LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { usePreference } from '../../../shell/preferences.ts';
import { Button } from '../../../ui/button.tsx';
import { useAgentsById } from '../use-agents-by-id.ts';
import type { InboxAddress } from '../use-inbox-address.ts';
import { ConversationRow } from './conversation-row.tsx';
import type { InboxList } from './use-inbox-list.ts';
import { useListKeys } from './use-list-keys.ts';

const rowHeights = { comfortable: 84, compact: 76 };

/** The rows of a list: only those in sight are drawn, and the next page comes before the end is reached. */
export function ConversationList({ address, list }: { address: InboxAddress; list: InboxList }) {
  const t = useT();
  const [density] = usePreference('density');
  const agents = useAgentsById();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, error } = list;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeights[density],
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  });
  useEffect(() => rows.measure(), [density, rows]);

  const drawn = rows.getVirtualItems();
  const end = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (end >= items.length - 10 && hasNextPage && !isFetchingNextPage && !error) fetchNextPage();
  }, [end, items.length, hasNextPage, isFetchingNextPage, fetchNextPage, error]);

  const { cursor, setCursor, onKeyDown } = useListKeys({
    ids: items.map((item) => item.id),
    selected: address.conversationId,
    scroller,
    reveal: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  });
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      {/* Not a native list: its rows are placed one by one. */}
      <div
        role="list"
        aria-label={t('inbox.list')}
        aria-busy={isFetchingNextPage}
        onKeyDown={onKeyDown}
        className="relative"
        style={{ height: rows.getTotalSize() }}
      >
        {drawn.map(({ index, key, start, size }) => {
          const conversation = items[index];
          if (!conversation) return null;
          return (
            <div
              key={key}
              role="listitem"
              aria-setsize={hasNextPage ? -1 : items.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <ConversationRow
                conversation={conversation}
                view={address.view}
                filters={address.filters}
                selected={conversation.id === address.conversationId}
                reachable={conversation.id === cursor}
                agents={agents}
                onFocus={() => setCursor(conversation.id)}
              />
            </div>
          );
        })}
      </div>
      {(isFetchingNextPage || Boolean(error)) && (
        <div className="flex h-12 items-center justify-center text-sm text-ink-3">
          {error ? (
            <Button size="sm" onClick={fetchNextPage}>
              {t('inbox.list.more_failed')}
            </Button>
          ) : (
            <LoaderCircle className="size-4 animate-spin" aria-hidden />
          )}
        </div>
      )}
    </div>
  );
}
