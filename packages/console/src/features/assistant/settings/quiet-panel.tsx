import { endpoints, type QuietClosing } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { quietQuery } from '../assistant-queries.ts';

/** When conversations that only the assistant has are closed by themselves. */
export function QuietPanel() {
  const t = useT();
  const { data, error, refetch } = useQuery(quietQuery);
  return (
    <Panel title={t('assistant.quiet')} description={t('assistant.quiet.text')}>
      {data ? (
        <QuietFields key={`${data.on} ${data.hours}`} quiet={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-8" />
      )}
    </Panel>
  );
}

function QuietFields({ quiet }: { quiet: QuietClosing }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const reading = !useCan()('assistant.manage');
  const [hours, setHours] = useState(quiet.hours);
  const { mutate, isPending } = useMutation({
    mutationFn: (body: QuietClosing) => call(endpoints.assistant.saveQuiet, { body }),
    onSuccess: (saved) => {
      client.setQueryData(quietQuery.queryKey, saved);
      toast.show({ title: t('ui.saved'), tone: 'success' });
    },
    onError: (thrown) => toast.error(thrown),
  });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Switch
        checked={quiet.on}
        disabled={reading || isPending}
        label={t('assistant.quiet.on')}
        onChange={(on) => mutate({ on, hours })}
      />
      <NumberInput
        label={t('assistant.quiet.hours')}
        unit={t('assistant.quiet.unit')}
        min={1}
        max={720}
        disabled={reading || isPending || !quiet.on}
        value={hours}
        onChange={setHours}
      />
      {!reading && hours !== quiet.hours && (
        <Button loading={isPending} onClick={() => mutate({ ...quiet, hours })}>
          {t('ui.save')}
        </Button>
      )}
    </div>
  );
}
