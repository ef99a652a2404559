import { Inbox } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ListPane } from './list/list-pane.tsx';
import { ViewsPane } from './list/views-pane.tsx';
import { ThreadPane } from './thread/thread-pane.tsx';
import { type InboxAddress, useInboxAddress } from './use-inbox-address.ts';
import { type CountedView, useInboxViews } from './use-inbox-views.ts';
import { useViewKeys } from './use-view-keys.ts';

/** The inbox: lists, conversations and the thread, side by side; one at a time on a phone. */
export function InboxPage() {
  const t = useT();
  const address = useInboxAddress();
  const views = useInboxViews();
  const { conversationId } = address;
  return (
    <div className="flex h-full min-h-0">
      <h1 className="sr-only">{t('shell.nav.inbox')}</h1>
      <ViewKeys address={address} views={views} />
      <ViewsPane views={views} current={address.view} />
      <ListPane
        address={address}
        views={views}
        className={cx('w-full shrink-0 md:w-76 lg:w-82', conversationId && 'max-md:hidden')}
      />
      {conversationId ? (
        <ThreadPane
          key={conversationId}
          conversationId={conversationId}
          onBack={() => goBack(address, conversationId)}
          className="flex-1"
        />
      ) : (
        <NothingOpen />
      )}
    </div>
  );
}

/** Stands before the thread, whose commands are to come first in the palette: the last to come is the first there. */
function ViewKeys({ address, views }: { address: InboxAddress; views: readonly CountedView[] }) {
  useViewKeys(address, views);
  return null;
}

/** The focus goes back to where the agent came from. */
function goBack(address: InboxAddress, conversationId: string) {
  address.open(null);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-conversation="${conversationId}"]`)?.focus(),
  );
}

function NothingOpen() {
  const t = useT();
  return (
    <div className="grid flex-1 place-items-center bg-canvas max-md:hidden">
      <div className="flex flex-col items-center px-6 text-center">
        <Inbox className="mb-3 size-8 text-ink-3" strokeWidth={1.5} aria-hidden />
        <p className="font-medium">{t('inbox.nothing_open.title')}</p>
        <dl className="mt-4 grid grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-start text-sm text-ink-2">
          {(
            [
              ['j k', 'inbox.nothing_open.move'],
              ['enter', 'inbox.nothing_open.open'],
              ['[ ]', 'inbox.nothing_open.views'],
              ['mod+k', 'inbox.nothing_open.everything'],
              ['?', 'inbox.nothing_open.sheet'],
            ] as const
          ).map(([keys, labelKey]) => (
            <div key={keys} className="contents">
              <dt className="justify-self-end">
                <Kbd keys={keys} />
              </dt>
              <dd>{t(labelKey)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
