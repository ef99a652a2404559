import { endpoints, type PolicyBody, policyBody, type SlaPolicy } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { policyLabel } from '../policy-label.ts';
import { ConditionFields } from './condition-fields.tsx';
import { PolicyTrial } from './policy-trial.tsx';
import { calendarsQuery, policiesQuery } from './sla-admin-queries.ts';
import { StepList } from './step-list.tsx';
import { TargetFields } from './target-fields.tsx';

const fresh: PolicyBody = policyBody.parse({
  name: '-',
  targets: { first_response: { minutes: 60 }, resolution: { minutes: 1440, pauses: ['pending'] } },
});

/** Makes a policy, or changes one. */
export function PolicyDialog({ policy, onClose }: { policy: SlaPolicy | null; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const form = useId();
  const shown = policy ? policyLabel(t, policy) : '';
  const [name, setName] = useState(shown);
  const [body, setBody] = useState<PolicyBody>(policy ?? fresh);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const change = (part: Partial<PolicyBody>) => setBody((before) => ({ ...before, ...part }));
  // A name that was left as it was read stays what it is in every language.
  const whole = policyBody.safeParse({ ...body, name: policy && name === shown ? policy.name : name.trim() });
  const save = useMutation({
    mutationFn: () => {
      const complete = policyBody.parse(whole.data);
      return policy
        ? call(endpoints.sla.updatePolicy, { params: { id: policy.id }, body: complete })
        : call(endpoints.sla.createPolicy, { body: complete });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: policiesQuery.queryKey });
      toast.show({ title: t('sla.policy.saved'), description: t('sla.policy.saved.text'), tone: 'success' });
      onClose();
    },
  });
  const named = name.trim() !== '';
  const promises = Object.keys(body.targets).length > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={policy ? t('sla.policy.edit', { name: shown }) : t('sla.policy.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={named && promises}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-6"
      >
        {(tried) => (
          <>
            <div className="flex flex-col gap-4">
              <Field
                label={t('sla.policy.name')}
                error={tried && !named ? t('sla.policy.name.missing') : undefined}
              >
                <Input maxLength={80} value={name} onValueChange={setName} />
              </Field>
              <Switch
                checked={body.enabled}
                onChange={(enabled) => change({ enabled })}
                label={t('sla.policy.enabled')}
                hint={t('sla.policy.enabled.hint')}
              />
            </div>
            <ConditionFields value={body.conditions} onChange={(conditions) => change({ conditions })} />
            <TargetFields value={body.targets} onChange={(targets) => change({ targets })} />
            {tried && !promises && (
              <p role="alert" className="text-sm text-danger-text">
                {t('sla.targets.missing')}
              </p>
            )}
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label={t('sla.policy.calendar')} hint={t('sla.policy.calendar.hint')}>
                <Select
                  value={body.calendarId ?? ''}
                  onChange={(id) => change({ calendarId: id || null })}
                  options={[
                    { value: '', label: t('sla.calendar.always') },
                    ...calendars.map((it) => ({ value: it.id, label: it.name })),
                  ]}
                />
              </Field>
              <Field label={t('sla.policy.warn')} hint={t('sla.policy.warn.hint')}>
                <NumberInput
                  value={Math.round(body.warnShare * 100)}
                  onChange={(percent) => change({ warnShare: percent / 100 })}
                  min={5}
                  max={99}
                  step={5}
                  unit={t('sla.percent')}
                />
              </Field>
            </div>
            <StepList value={body.steps} onChange={(steps) => change({ steps })} />
            <PolicyTrial policy={whole.data ?? null} id={policy?.id ?? null} />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
