import { endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { inboxesQuery } from '../../queries.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { BackToChannels } from './back-to-channels.tsx';
import { type InboxBody, InboxForm, newInbox } from './inbox-form.tsx';

/** Makes an inbox, then goes to it for what its channel needs: the snippet and the keys, or the mail servers. */
export function NewInboxPage() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (body: InboxBody) => call(endpoints.channels.createInbox, { body }),
    onSuccess: (inbox) => {
      client.setQueryData(inboxesQuery.queryKey, (all) => all && [...all, inbox]);
      void navigate({ to: '/channels/$inboxId', params: { inboxId: inbox.id }, replace: true });
    },
  });
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('channels.add')}
        description={t('channels.add.text')}
        leading={<BackToChannels />}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-3xl px-gutter py-5">
          <InboxForm
            initial={{ ...newInbox, defaultTeamId: null }}
            onSave={(body) => create.mutate(body)}
            saving={create.isPending}
            error={create.error}
            submitLabel={t('channels.create')}
            choosesChannel
          />
        </div>
      </div>
    </div>
  );
}
