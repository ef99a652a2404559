import { endpoints, type NightlyReplay } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { runsQuery } from './results-queries.ts';

/** Whether examples are asked every night, and by whose clock. In force at once. */
export function NightlyFields({ nightly }: { nightly: NightlyReplay }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const reading = !useCan()('assistant.manage');
  const { mutate, isPending } = useMutation({
    mutationFn: (body: NightlyReplay) => call(endpoints.assistant.saveNightly, { body }),
    onSuccess: (saved) => client.setQueryData(runsQuery.queryKey, (had) => had && { ...had, nightly: saved }),
    onError: (error) => toast.error(error),
  });
  const zones = useMemo(
    () =>
      [...new Set(['UTC', nightly.timeZone, ...Intl.supportedValuesOf('timeZone')])].map((it) => ({
        value: it,
        label: it,
      })),
    [nightly.timeZone],
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Switch
        checked={nightly.on}
        disabled={reading || isPending}
        label={t('assistant.nightly')}
        onChange={(on) => mutate({ ...nightly, on })}
      />
      <Select
        label={t('assistant.nightly.zone')}
        className="w-auto! max-w-56"
        disabled={reading || isPending || !nightly.on}
        value={nightly.timeZone}
        onChange={(timeZone) => mutate({ ...nightly, timeZone })}
        options={zones}
      />
    </div>
  );
}
