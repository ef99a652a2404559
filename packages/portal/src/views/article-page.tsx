import { ArticleBox } from '@fairlead/widget/help/article-box.tsx';
import { usePortal, usePortalState, useSpeech } from './context.ts';
import { TicketList } from './tickets/ticket-list.tsx';

/** An article that signed-in customers alone may read, over their tickets. Who proved an address only is told how they come to it. */
export function ArticlePage({ slug }: { slug: string }) {
  const { t } = useSpeech();
  const { chat, go } = usePortal();
  const verified = usePortalState(({ person }) => person?.verified);
  return (
    <>
      {!verified && (
        <p class="notice" role="status">
          {t('signIn.exchange')}
        </p>
      )}
      <TicketList state="active" />
      {verified && (
        <ArticleBox
          article={{ slug, url: `/portal/articles/${slug}` }}
          call={chat.call}
          onClose={() => go({ at: 'tickets', state: 'active' }, 'instead')}
        />
      )}
    </>
  );
}
