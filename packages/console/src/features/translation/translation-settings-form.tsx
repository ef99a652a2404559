import {
  endpoints,
  locales,
  type TranslationSettings,
  type TranslationSettingsView,
  translationProviders,
  translationSettings,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { translationSettingsQuery } from './translation-queries.ts';
import { TryTranslation } from './try-translation.tsx';

/** Who translates, and by which rules. */
export function TranslationSettingsForm({ known }: { known: TranslationSettingsView }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const [wish, setWish] = useState(() => translationSettings.parse(known));
  const [key, setKey] = useState('');
  const change = (part: Partial<TranslationSettings>) => setWish({ ...wish, ...part });
  const save = useMutation({
    mutationFn: (body: TranslationSettings & { key?: string }) =>
      call(endpoints.translation.saveSettings, { body }),
    onSuccess: (saved) => {
      client.setQueryData(translationSettingsQuery.queryKey, saved);
      setWish(translationSettings.parse(saved));
      setKey('');
      // What threads show depends on it.
      void client.invalidateQueries({ queryKey: ['conversations', 'translations'] });
      toast.show({ title: t('translation.saved'), tone: 'success' });
    },
  });
  const none = wish.provider === 'none';
  const urlValid = none || /^https?:$/.test(URL.parse(wish.url)?.protocol ?? '');
  const modelValid = wish.provider !== 'openai_compatible' || wish.model.trim() !== '';
  const body = { ...wish, url: none ? '' : wish.url.trim(), ...(key.trim() && { key: key.trim() }) };
  return (
    <Panel
      title={t('translation.provider.title')}
      description={t('translation.today', {
        characters: format.number(known.charactersToday),
        most: format.number(known.charactersPerDay),
        calls: known.callsToday,
      })}
    >
      <Form valid={urlValid && modelValid} onSubmit={() => save.mutate(body)} className="flex flex-col gap-5">
        {(tried) => (
          <>
            <Field label={t('translation.provider')} hint={t(`translation.provider.${wish.provider}.hint`)}>
              <Select
                value={wish.provider}
                onChange={(provider) => change({ provider })}
                options={translationProviders.map((it) => ({
                  value: it,
                  label: t(`translation.provider.${it}`),
                }))}
              />
            </Field>
            {!none && (
              <>
                <Field
                  label={t('translation.url')}
                  hint={t('translation.url.hint')}
                  error={tried && !urlValid ? t('translation.url.wrong') : undefined}
                >
                  <Input
                    type="url"
                    mono
                    autoComplete="off"
                    maxLength={500}
                    value={wish.url}
                    onChange={(event) => change({ url: event.currentTarget.value })}
                  />
                </Field>
                {wish.provider === 'openai_compatible' && (
                  <Field
                    label={t('translation.model')}
                    error={tried && !modelValid ? t('translation.model.wrong') : undefined}
                  >
                    <Input
                      mono
                      autoComplete="off"
                      maxLength={200}
                      value={wish.model}
                      onChange={(event) => change({ model: event.currentTarget.value })}
                    />
                  </Field>
                )}
                <Field
                  label={t('translation.key')}
                  hint={t(known.keyKept ? 'translation.key.kept' : 'translation.key.none')}
                >
                  <Input
                    type="password"
                    mono
                    autoComplete="new-password"
                    maxLength={1000}
                    value={key}
                    onChange={(event) => setKey(event.currentTarget.value)}
                  />
                </Field>
                <Field label={t('translation.seconds')}>
                  <NumberInput
                    value={wish.seconds}
                    onChange={(seconds) => change({ seconds })}
                    min={2}
                    max={30}
                  />
                </Field>
                <Field label={t('translation.per_day')} hint={t('translation.per_day.hint')}>
                  <NumberInput
                    value={wish.charactersPerDay}
                    onChange={(charactersPerDay) => change({ charactersPerDay })}
                    min={1000}
                    max={1_000_000_000}
                    step={10_000}
                  />
                </Field>
                <CheckboxList
                  label={t('translation.languages')}
                  value={wish.languages}
                  onChange={(languages) => change({ languages })}
                  className="sm:grid-cols-3"
                  options={locales.map((it) => ({ value: it, label: format.language(it) }))}
                />
                <Switch
                  checked={wish.atOnce}
                  onChange={(atOnce) => change({ atOnce })}
                  label={t('translation.at_once')}
                  hint={t('translation.at_once.hint')}
                />
                <Switch
                  checked={wish.tellCustomers}
                  onChange={(tellCustomers) => change({ tellCustomers })}
                  label={t('translation.tell')}
                  hint={t('translation.tell.hint')}
                />
                <Switch
                  checked={wish.backCheck}
                  onChange={(backCheck) => change({ backCheck })}
                  label={t('translation.back')}
                  hint={t('translation.back.hint')}
                />
                <TryTranslation settings={body} enabled={urlValid && modelValid} />
              </>
            )}
            <FormError error={save.error} />
            <Button type="submit" variant="primary" loading={save.isPending} className="self-start">
              {t('ui.save')}
            </Button>
          </>
        )}
      </Form>
    </Panel>
  );
}
