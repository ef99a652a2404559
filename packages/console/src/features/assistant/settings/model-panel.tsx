import { endpoints, modelProviders, type ResponseOf } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { modelQuery } from '../assistant-queries.ts';
import { EmbeddingsField } from './embeddings-field.tsx';
import {
  bodyOf,
  draftOf,
  isAddress,
  isNamed,
  keepsKey,
  type ModelDraft,
  usualAddress,
  withProvider,
} from './model-rules.ts';
import { TrialResult } from './trial-result.tsx';

/** The model that may put answers into words. */
export function ModelPanel() {
  const { data, error, refetch } = useQuery(modelQuery);
  if (data) return <ModelForm kept={data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Skeleton className="h-72 max-w-3xl" />;
}

function ModelForm({ kept }: { kept: ResponseOf<typeof endpoints.assistant.readModel> }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const can = useCan();
  const [draft, setDraft] = useState(() => draftOf(kept));
  const save = useMutation({
    mutationFn: () => call(endpoints.assistant.saveModel, { body: bodyOf(draft) }),
    onSuccess: (saved) => {
      client.setQueryData(modelQuery.queryKey, saved);
      setDraft(draftOf(saved));
      toast.show({ title: t('ui.saved'), tone: 'success' });
    },
  });
  const trial = useMutation({
    mutationFn: () => call(endpoints.assistant.tryModel, { body: bodyOf(draft) }),
  });
  const set = (change: Partial<ModelDraft>) => {
    setDraft({ ...draft, ...change });
    // What came of another setting is no longer true of this one.
    trial.reset();
  };
  const reading = !can('assistant.manage');
  const addressValid = isAddress(draft.url);
  const nameValid = isNamed(draft);
  const valid = addressValid && nameValid;
  const goesOn = keepsKey(draft, kept);
  const keyHint = goesOn
    ? t('assistant.model.key.kept')
    : kept.model?.keyKept && draft.key === ''
      ? t('assistant.model.key.dropped')
      : t('assistant.model.key.hint');
  return (
    <Panel title={t('assistant.model')} description={t('assistant.model.text')}>
      <Form valid={valid} onSubmit={() => save.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <Switch
              checked={draft.on}
              onChange={(on) => set({ on })}
              disabled={reading}
              label={t('assistant.model.on')}
              hint={t('assistant.model.on.hint')}
            />
            <Field label={t('assistant.model.provider')} className="max-w-80">
              <Select
                value={draft.provider}
                disabled={reading}
                onChange={(provider) => set(withProvider(draft, provider))}
                options={modelProviders.map((it) => ({
                  value: it,
                  label: t(`assistant.model.provider.${it}`),
                }))}
              />
            </Field>
            <Field
              label={t('assistant.model.url')}
              hint={t('assistant.model.url.hint')}
              error={tried && !addressValid ? t('assistant.model.url.wrong') : undefined}
            >
              <Input
                type="url"
                mono
                autoComplete="off"
                maxLength={500}
                disabled={reading}
                placeholder={usualAddress[draft.provider]}
                value={draft.url}
                onValueChange={(url) => set({ url })}
              />
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('assistant.model.name')}
                hint={t('assistant.model.name.hint')}
                error={tried && !nameValid ? t('assistant.model.name.missing') : undefined}
              >
                <Input
                  mono
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={200}
                  disabled={reading}
                  value={draft.model}
                  onValueChange={(model) => set({ model })}
                />
              </Field>
              <Field
                label={t('assistant.model.key')}
                hint={keyHint}
                aside={
                  goesOn && !reading ? (
                    <button
                      type="button"
                      className="rounded-sm text-accent-text underline"
                      onClick={() => set({ removeKey: true })}
                    >
                      {t('assistant.model.key.remove')}
                    </button>
                  ) : undefined
                }
              >
                <Input
                  type="password"
                  autoComplete="new-password"
                  maxLength={1000}
                  disabled={reading}
                  value={draft.key}
                  onValueChange={(key) => set({ key, removeKey: false })}
                />
              </Field>
            </div>
            <div className="flex flex-wrap gap-x-6 gap-y-4">
              <Field label={t('assistant.model.seconds')} hint={t('assistant.model.seconds.hint')}>
                <NumberInput
                  value={draft.seconds}
                  onChange={(seconds) => set({ seconds })}
                  min={2}
                  max={20}
                  unit={t('assistant.model.seconds.unit')}
                  disabled={reading}
                />
              </Field>
              <Field label={t('assistant.model.per_customer')} hint={t('assistant.model.tokens.hint')}>
                <NumberInput
                  value={draft.tokensPerCustomer}
                  onChange={(tokensPerCustomer) => set({ tokensPerCustomer })}
                  min={1000}
                  max={100_000_000}
                  step={1000}
                  disabled={reading}
                />
              </Field>
              <Field
                label={t('assistant.model.per_day')}
                hint={t('assistant.model.today', { count: format.number(kept.tokensToday) })}
              >
                <NumberInput
                  value={draft.tokensPerDay}
                  onChange={(tokensPerDay) => set({ tokensPerDay })}
                  min={1000}
                  max={10_000_000_000}
                  step={100_000}
                  disabled={reading}
                />
              </Field>
            </div>
            <EmbeddingsField
              draft={draft}
              ready={addressValid}
              reading={reading}
              onChange={(embeddings) => set({ embeddings })}
            />
            {!reading && (
              <div className="flex flex-col items-start gap-3">
                <FormError error={save.error ?? trial.error} />
                {trial.data && <TrialResult result={trial.data} />}
                <div className="flex flex-wrap gap-2">
                  <Button type="submit" variant="primary" loading={save.isPending}>
                    {t('assistant.model.save')}
                  </Button>
                  <Button
                    disabled={!valid || draft.model.trim() === ''}
                    loading={trial.isPending}
                    onClick={() => trial.mutate()}
                  >
                    {t('assistant.model.try')}
                  </Button>
                </div>
              </div>
            )}
          </>
        )}
      </Form>
    </Panel>
  );
}
