import {
  endpoints,
  type Inbox,
  noticeChannels,
  privateLinkChannels,
  socialCredentials,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { inboxesQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { BackToChannels } from './back-to-channels.tsx';
import { CodeBlock } from './code-block.tsx';
import { EmailPanels } from './email-panel.tsx';
import { embedSnippet } from './embed-snippet.ts';
import { IdentityKeysPanel } from './identity-keys-panel.tsx';
import { type InboxBody, InboxForm } from './inbox-form.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { PrivateLinkPanel } from './private-link-panel.tsx';
import { SocialPanel } from './social-panel.tsx';

/** One inbox: how it works at left, how it gets into the exchange's pages at right. */
export function InboxSettingsPage() {
  const t = useT();
  const { inboxId } = useParams({ from: '/app/channels/$inboxId' });
  const inboxes = useQuery(inboxesQuery);
  const inbox = inboxes.data?.find((one) => one.id === inboxId);
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={inbox?.name ?? t('channels.one')} leading={<BackToChannels />} />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {inbox ? (
          <InboxSettings key={inbox.id} inbox={inbox} />
        ) : inboxes.error ? (
          <ErrorState error={inboxes.error} onRetry={() => void inboxes.refetch()} />
        ) : inboxes.data ? (
          <EmptyState icon={<SearchX />} title={t('error.channels.inbox_not_found')} />
        ) : (
          <SkeletonRows />
        )}
      </div>
    </div>
  );
}

function InboxSettings({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const manage = useCan()('channels.manage');
  const save = useMutation({
    mutationFn: (body: InboxBody) => call(endpoints.channels.updateInbox, { params: { id: inbox.id }, body }),
    onSuccess: (saved) => {
      client.setQueryData(inboxesQuery.queryKey, (all) =>
        all?.map((one) => (one.id === saved.id ? saved : one)),
      );
      toast.show({ title: t('channels.saved', { name: saved.name }), tone: 'success' });
    },
  });
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <InboxForm
        initial={inbox}
        onSave={(body) => save.mutate(body)}
        saving={save.isPending}
        error={save.error}
        submitLabel={t('ui.save')}
        readOnly={!manage}
      />
      <div className="flex flex-col gap-4">
        {inbox.channel === 'chat' && (
          <Panel title={t('channels.embed')} description={t('channels.embed.text')}>
            <CodeBlock
              label={t('channels.embed.code')}
              code={embedSnippet(window.location.origin, inbox.key)}
            />
          </Panel>
        )}
        {socialCredentials[inbox.channel] ? (
          manage && (
            <>
              <SocialPanel inbox={inbox} />
              {noticeChannels.includes(inbox.channel) && <NoticesPanel inboxId={inbox.id} />}
              {privateLinkChannels.includes(inbox.channel) && <PrivateLinkPanel inboxId={inbox.id} />}
            </>
          )
        ) : inbox.channel === 'email' ? (
          manage && <EmailPanels inboxId={inbox.id} />
        ) : (
          <IdentityKeysPanel inbox={inbox} manage={manage} />
        )}
      </div>
    </div>
  );
}
