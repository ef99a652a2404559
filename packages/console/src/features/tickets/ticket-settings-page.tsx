import { endpoints, type TicketSettings } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { ticketKeys, ticketSettingsQuery } from '../../live/ticket-queries.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { AssetPricesPanel } from './asset-prices-panel.tsx';

/** When solved tickets reopen and close, for everybody. */
export function TicketSettingsPage() {
  const t = useT();
  const { data, error, refetch } = useQuery(ticketSettingsQuery);
  return (
    <SettingsLayout title={t('tickets.settings')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <SettingsForm settings={data} />
          <AssetPricesPanel />
        </>
      ) : (
        <Skeleton className="h-64" />
      )}
    </SettingsLayout>
  );
}

function SettingsForm({ settings }: { settings: TicketSettings }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [reopenDays, setReopenDays] = useState(settings.reopenDays);
  const [closeDays, setCloseDays] = useState(settings.closeDays);
  const save = useMutation({
    mutationFn: () => call(endpoints.tickets.saveSettings, { body: { reopenDays, closeDays } }),
    onSuccess: (saved) => {
      client.setQueryData(ticketKeys.settings, saved);
      toast.show({ title: t('ui.saved'), tone: 'success' });
    },
  });
  return (
    <Panel title={t('tickets.settings.solved')} description={t('tickets.settings.text')}>
      <Form valid onSubmit={() => save.mutate()} className="flex flex-col items-start gap-4">
        {() => (
          <>
            <Field label={t('tickets.settings.reopen')} hint={t('tickets.settings.reopen.hint')}>
              <NumberInput
                value={reopenDays}
                onChange={setReopenDays}
                min={0}
                max={90}
                unit={t('tickets.settings.days')}
              />
            </Field>
            <Field label={t('tickets.settings.close')} hint={t('tickets.settings.close.hint')}>
              <NumberInput
                value={closeDays}
                onChange={setCloseDays}
                min={1}
                max={90}
                unit={t('tickets.settings.days')}
              />
            </Field>
            <FormError error={save.error} />
            <Button type="submit" variant="primary" loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </>
        )}
      </Form>
    </Panel>
  );
}
