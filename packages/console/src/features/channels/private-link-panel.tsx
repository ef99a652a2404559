import { endpoints, type PrivateLinkSettings, privateLinkUses } from '@fairlead/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { inboxesQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';

const settingsQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['channels', 'private-link', inboxId],
    queryFn: () => call(endpoints.privateLinks.settings, { params: { id: inboxId } }),
  });

/** Whether public answers may hold a link to a private chat of ours, and to which. */
export function PrivateLinkPanel({ inboxId }: { inboxId: string }) {
  const t = useT();
  const settings = useQuery(settingsQuery(inboxId));
  return (
    <Panel title={t('channels.link')} description={t('channels.link.text')}>
      {settings.error && settings.data === undefined ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data === undefined ? (
        <SkeletonRows />
      ) : (
        <PrivateLinkForm inboxId={inboxId} kept={settings.data} />
      )}
    </Panel>
  );
}

/** Stands for no chat: a choice has a value. */
const none = 'none';

function PrivateLinkForm({ inboxId, kept }: { inboxId: string; kept: PrivateLinkSettings }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const inboxes = useQuery(inboxesQuery);
  const [{ chatInboxId, use }, set] = useState(kept);
  const chats = inboxes.data?.filter((it) => it.channel === 'chat') ?? [];
  const save = useMutation({
    mutationFn: () =>
      call(endpoints.privateLinks.saveSettings, { params: { id: inboxId }, body: { chatInboxId, use } }),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery(inboxId).queryKey, saved);
      toast.show({ title: t('channels.link.saved'), tone: 'success' });
    },
  });
  return (
    <Form valid onSubmit={() => save.mutate()} className="flex flex-col gap-4">
      {() => (
        <>
          <Field label={t('channels.link.chat')}>
            <Select
              value={chatInboxId ?? none}
              onChange={(next) => set((before) => ({ ...before, chatInboxId: next === none ? null : next }))}
              options={[
                { value: none, label: t('channels.link.chat.none') },
                ...chats.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
          {chatInboxId !== null && (
            <Field label={t('channels.link.use')}>
              <Select
                value={use}
                onChange={(next) => set((before) => ({ ...before, use: next }))}
                options={privateLinkUses.map((value) => ({ value, label: t(`channels.link.use.${value}`) }))}
              />
            </Field>
          )}
          <FormError error={save.error} />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
