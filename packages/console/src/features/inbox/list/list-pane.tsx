import { Inbox, SearchX } from 'lucide-react';
import type { MessageKey } from '../../../i18n/i18n.tsx';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan, useMe } from '../../../session.tsx';
import { useSetPresence } from '../../../shell/use-me-actions.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PresenceDot } from '../../../ui/presence-dot.tsx';
import type { InboxAddress } from '../use-inbox-address.ts';
import type { CountedView } from '../use-inbox-views.ts';
import { ConversationList } from './conversation-list.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { useInboxList } from './use-inbox-list.ts';

interface ListPaneProps {
  address: InboxAddress;
  views: readonly CountedView[];
  className?: string;
}

/** The middle pane: a list of conversations with its search and filters. */
export function ListPane({ address, views, className }: ListPaneProps) {
  const list = useInboxList(address.list);
  return (
    <div className={cx('flex min-h-0 flex-col border-line bg-surface md:border-e', className)}>
      <ListToolbar address={address} views={views} />
      {list.loading ? (
        <ListSkeleton />
      ) : list.error && list.items.length === 0 ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.items.length === 0 ? (
        <NothingHere address={address} />
      ) : (
        <ConversationList key={JSON.stringify(address.list)} address={address} list={list} />
      )}
    </div>
  );
}

const teaching: Record<string, [title: MessageKey, text: MessageKey]> = {
  mine: ['inbox.empty.mine.title', 'inbox.empty.mine.text'],
  unassigned: ['inbox.empty.unassigned.title', 'inbox.empty.unassigned.text'],
  assistant: ['inbox.empty.assistant.title', 'inbox.empty.assistant.text'],
  all: ['inbox.empty.all.title', 'inbox.empty.all.text'],
  mentions: ['inbox.empty.mentions.title', 'inbox.empty.mentions.text'],
  closed: ['inbox.empty.closed.title', 'inbox.empty.closed.text'],
};

function NothingHere({ address }: { address: InboxAddress }) {
  const t = useT();
  const { view, filters, filter } = address;
  if (filters.q || filters.language || filters.channel) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('inbox.nothing.title')}
        action={<Button onClick={() => filter({})}>{t('inbox.nothing.clear')}</Button>}
      >
        {t(filters.q ? 'inbox.nothing.search' : 'inbox.nothing.filter')}
      </EmptyState>
    );
  }
  const [title, text] = teaching[view] ?? ['inbox.empty.team.title', 'inbox.empty.team.text'];
  return (
    <EmptyState icon={<Inbox />} title={t(title)} action={view === 'mine' && <GoOnline />}>
      {t(text)}
    </EmptyState>
  );
}

/** For who waits for conversations that cannot come: nobody who is not online is offered any. */
function GoOnline() {
  const t = useT();
  const { agent } = useMe();
  const may = useCan()('conversations.reply');
  const setPresence = useSetPresence();
  if (!may || agent.presence === 'online') return null;
  return (
    <Button
      variant="primary"
      icon={<PresenceDot presence="online" />}
      onClick={() => setPresence.mutate('online')}
    >
      {t('inbox.go_online')}
    </Button>
  );
}
