import { type AlertSettings, alertKinds, endpoints } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { alertSettingsQuery } from './alert-queries.ts';

/** What there is of market alerts: which kinds, how many a customer may have, or none at all. */
export function AlertSettingsPage() {
  const t = useT();
  const format = useFormat();
  const settings = useQuery(alertSettingsQuery);
  return (
    <SettingsLayout title={t('alerts.settings')}>
      <p className="text-ink-2">{t('alerts.settings.text')}</p>
      {settings.error && !settings.data ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : !settings.data ? (
        <SkeletonRows />
      ) : (
        <>
          <SettingsForm key={settings.data.changed?.at ?? ''} known={settings.data} />
          {settings.data.changed && (
            <p className="text-sm text-ink-3">
              {t('alerts.settings.changed', {
                name: settings.data.changed.by.name,
                time: format.dateTime(settings.data.changed.at),
              })}
            </p>
          )}
        </>
      )}
    </SettingsLayout>
  );
}

function SettingsForm({ known }: { known: AlertSettings }) {
  const t = useT();
  const client = useQueryClient();
  const toast = useToast();
  const { enabled, kinds, briefs, most } = known;
  const [wish, setWish] = useState<AlertSettings>({ enabled, kinds, briefs, most });
  const change = (part: Partial<AlertSettings>) => setWish({ ...wish, ...part });
  const save = useMutation({
    mutationFn: (body: AlertSettings) => call(endpoints.alertDesk.saveSettings, { body }),
    onSuccess: (saved) => {
      client.setQueryData(alertSettingsQuery.queryKey, saved);
      toast.show({
        title: t('alerts.settings.saved'),
        action: { label: t('alerts.settings.undo'), run: () => save.mutate(known), undoes: true },
      });
    },
  });
  return (
    <Form valid onSubmit={() => save.mutate(wish)} className="flex flex-col gap-5">
      {() => (
        <>
          <Switch
            checked={wish.enabled}
            onChange={(on) => change({ enabled: on })}
            label={t('alerts.settings.enabled')}
            hint={t('alerts.settings.enabled.hint')}
          />
          <CheckboxList
            label={t('alerts.settings.kinds')}
            hint={t('alerts.settings.kinds.hint')}
            value={wish.kinds}
            onChange={(chosen) => change({ kinds: chosen })}
            disabled={!wish.enabled}
            options={alertKinds.map((it) => ({ value: it, label: t(`alerts.kind.${it}`) }))}
          />
          <Switch
            checked={wish.briefs}
            disabled={!wish.enabled}
            onChange={(on) => change({ briefs: on })}
            label={t('alerts.settings.briefs')}
          />
          <Field label={t('alerts.settings.most')}>
            <NumberInput
              value={wish.most}
              onChange={(count) => change({ most: count })}
              min={1}
              max={100}
              disabled={!wish.enabled}
            />
          </Field>
          <FormError error={save.error} />
          <Button type="submit" variant="primary" loading={save.isPending} className="self-start">
            {t('alerts.settings.save')}
          </Button>
        </>
      )}
    </Form>
  );
}
