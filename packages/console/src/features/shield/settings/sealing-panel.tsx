import {
  endpoints,
  longestSealed,
  mostOpeningsADay,
  type RemovedKind,
  removedKinds,
  type SealableKind,
  type ShieldSettings,
  sealableKinds,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckboxList } from '../../../ui/checkbox-list.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { shieldSettingsQuery } from '../shield-queries.ts';

const mayBeSealed = (kind: RemovedKind): kind is SealableKind =>
  (sealableKinds as readonly RemovedKind[]).includes(kind);

/** Which originals are kept sealed, for how long, and which never are, and why. */
export function SealingPanel() {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(shieldSettingsQuery);
  return (
    <Panel title={t('shield.sealing')} description={t('shield.sealing.text')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows />
      ) : (
        <div className="flex flex-col gap-4">
          <SealingForm key={data.changed?.at ?? ''} known={data} />
          {data.changed && (
            <p className="text-sm text-ink-3">
              {t('shield.sealing.changed', {
                name: data.changed.by.name,
                time: format.dateTime(data.changed.at),
              })}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}

function SealingForm({ known }: { known: ShieldSettings }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const { sealedKinds, keepDays, openingsADay } = known;
  const [wish, setWish] = useState<ShieldSettings>({ sealedKinds, keepDays, openingsADay });
  const [sure, setSure] = useState(false);
  const change = (part: Partial<ShieldSettings>) => setWish({ ...wish, ...part });
  const save = useMutation({
    mutationFn: (body: ShieldSettings) => call(endpoints.shield.saveSettings, { body }),
    onSuccess: (saved) => {
      client.setQueryData(shieldSettingsQuery.queryKey, saved);
      toast.show({ title: t('shield.sealing.saved') });
    },
  });
  const erases =
    sealedKinds.some((kind) => !wish.sealedKinds.includes(kind)) ||
    (sealedKinds.length > 0 && wish.keepDays < keepDays);
  const never = removedKinds.filter((kind) => !mayBeSealed(kind)).map((kind) => t(`shield.kind.${kind}`));
  return (
    <Form valid onSubmit={() => (erases ? setSure(true) : save.mutate(wish))} className="flex flex-col gap-4">
      {() => (
        <>
          <CheckboxList
            label={t('shield.sealing.kinds')}
            value={wish.sealedKinds}
            onChange={(kinds) => change({ sealedKinds: kinds })}
            options={sealableKinds.map((value) => ({ value, label: t(`shield.kind.${value}`) }))}
          />
          <p className="text-sm text-ink-2">{t('shield.sealing.never', { kinds: format.list(never) })}</p>
          <div className="flex flex-wrap gap-4">
            <Field label={t('shield.sealing.days')}>
              <NumberInput
                value={wish.keepDays}
                onChange={(days) => change({ keepDays: days })}
                min={1}
                max={longestSealed}
              />
            </Field>
            <Field label={t('shield.sealing.a_day')}>
              <NumberInput
                value={wish.openingsADay}
                onChange={(count) => change({ openingsADay: count })}
                min={1}
                max={mostOpeningsADay}
              />
            </Field>
          </div>
          <FormError error={save.error} />
          <Button type="submit" variant="primary" loading={save.isPending} className="self-start">
            {t('shield.sealing.save')}
          </Button>
          <ConfirmDialog
            open={sure}
            onOpenChange={setSure}
            title={t('shield.sealing.erase')}
            confirmLabel={t('shield.sealing.erase.do')}
            onConfirm={() => save.mutateAsync(wish)}
          >
            {t('shield.sealing.erase.text')}
          </ConfirmDialog>
        </>
      )}
    </Form>
  );
}
