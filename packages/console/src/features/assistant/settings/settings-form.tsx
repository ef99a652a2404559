import { type AssistantSettings, endpoints, type ResponseOf } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { settingsQuery } from '../assistant-queries.ts';
import { runsQuery, versionsQuery } from '../results/results-queries.ts';
import { fallOf } from './fall-of.ts';
import { GreetingFields } from './greeting-fields.tsx';
import { SaveAnywayDialog } from './save-anyway-dialog.tsx';
import { ThresholdField } from './threshold-field.tsx';
import { inOrder, thresholdKeys } from './threshold-rules.ts';
import { VersionsPanel } from './versions-panel.tsx';

type Given = ResponseOf<typeof endpoints.assistant.settings>;

export function SettingsForm({ settings, usual }: Given) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const can = useCan();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<AssistantSettings>(settings);
  const save = useMutation({
    mutationFn: (reason?: string) =>
      call(endpoints.assistant.saveSettings, {
        body: reason === undefined ? draft : { ...draft, anyway: { reason } },
      }),
    onSuccess: async (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      setDraft(saved.settings);
      toast.show({ title: t('ui.saved'), tone: 'success' });
      await client.invalidateQueries({ queryKey: versionsQuery.queryKey });
    },
  });
  const fall = fallOf(save.error);
  const trial = useMutation({
    mutationFn: () => call(endpoints.assistant.startRun, { body: { settings: draft } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: runsQuery.queryKey });
      await navigate({ to: '/assistant', search: { tab: 'results' } });
    },
    onError: (error) => toast.error(error),
  });
  const reading = !can('assistant.manage');
  const { thresholds } = draft;
  const valid = inOrder(thresholds);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Form valid={valid} onSubmit={() => save.mutate(undefined)} className="flex flex-col gap-4">
        {() => (
          <>
            <Panel title={t('assistant.thresholds')} description={t('assistant.thresholds.text')}>
              <div className="flex flex-col gap-5">
                {thresholdKeys.map((key) => (
                  <ThresholdField
                    key={key}
                    name={key}
                    value={thresholds[key]}
                    usual={usual.thresholds[key]}
                    disabled={reading}
                    onChange={(value) => setDraft({ ...draft, thresholds: { ...thresholds, [key]: value } })}
                  />
                ))}
                {!valid && (
                  <p role="alert" className="text-sm text-danger-text">
                    {t('assistant.thresholds.order')}
                  </p>
                )}
              </div>
            </Panel>
            <Panel title={t('assistant.greetings')} description={t('assistant.greetings.text')}>
              <GreetingFields
                greetings={draft.greetings}
                usual={usual.greetings}
                disabled={reading}
                onChange={(greetings) => setDraft({ ...draft, greetings })}
              />
            </Panel>
            {can('channels.read') && (
              <p className="text-sm text-ink-2">
                {t('assistant.inboxes')}{' '}
                <Link to="/channels" className="rounded-sm text-accent-text underline">
                  {t('assistant.inboxes.link')}
                </Link>
              </p>
            )}
            {reading ? (
              <p className="text-sm text-ink-3">{t('assistant.settings.reading')}</p>
            ) : (
              <div className="flex flex-col items-start gap-3">
                <FormError error={fall ? null : save.error} />
                <div className="flex flex-wrap gap-2">
                  <Button type="submit" variant="primary" loading={save.isPending}>
                    {t('ui.save')}
                  </Button>
                  <Button disabled={!valid} loading={trial.isPending} onClick={() => trial.mutate()}>
                    {t('assistant.settings.try_run')}
                  </Button>
                </div>
              </div>
            )}
          </>
        )}
      </Form>
      <VersionsPanel onRestored={setDraft} />
      {fall && (
        <SaveAnywayDialog
          fall={fall}
          busy={save.isPending}
          onSave={(reason) => save.mutate(reason)}
          onClose={() => save.reset()}
        />
      )}
    </div>
  );
}
