import {
  type Agent,
  consoleLocales,
  endpoints,
  localeNames,
  type Me,
  nearestConsoleLocale,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, meQuery } from '../../queries.ts';
import { useCan, useMe } from '../../session.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AlertsPanel } from '../inbox/attention/alerts-panel.tsx';
import { LanguageSkillsEditor } from '../people/language-skills-editor.tsx';
import { SettingsLayout } from './settings-layout.tsx';

/** One's own name, language, and the languages one answers in. */
export function ProfilePage() {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const { agent } = useMe();
  const can = useCan();
  const [name, setName] = useState(agent.name);
  const [locale, setLocale] = useState<Agent['locale']>(nearestConsoleLocale(agent.locale) ?? 'en');
  const [languages, setLanguages] = useState(agent.languages);
  const save = useMutation({
    mutationFn: () => call(endpoints.people.updateMe, { body: { name: name.trim(), locale, languages } }),
    onSuccess: (saved) => {
      client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, agent: saved });
      void client.invalidateQueries({ queryKey: agentsQuery.queryKey });
      toast.show({ title: t('ui.saved'), tone: 'success' });
    },
  });

  return (
    <SettingsLayout title={t('shell.me.profile')}>
      <Panel
        title={
          <span className="flex items-center gap-3">
            <Avatar name={agent.name} hue={agent.avatarHue} size="lg" />
            <span className="min-w-0">
              {agent.name}
              <span className="block text-sm font-normal text-ink-3">{agent.email}</span>
            </span>
          </span>
        }
        actions={agent.roles.map((role) => <Badge key={role}>{t(`people.role.${role}`)}</Badge>)}
      >
        <Form
          valid={name.trim() !== ''}
          onSubmit={() => save.mutate()}
          className="flex flex-col gap-5 border-t border-line pt-5"
        >
          {(tried) => (
            <>
              <div className="grid gap-5 sm:grid-cols-2">
                <Field
                  label={t('access.name')}
                  hint={t('access.name.hint')}
                  error={tried && name.trim() === '' ? t('access.name.missing') : undefined}
                >
                  <Input autoComplete="name" maxLength={80} value={name} onValueChange={setName} />
                </Field>
                <Field label={t('access.profile.locale')} hint={t('access.profile.locale.hint')}>
                  <Select
                    value={locale}
                    onChange={setLocale}
                    options={consoleLocales.map((value) => ({ value, label: localeNames[value] }))}
                  />
                </Field>
              </div>
              <LanguageSkillsEditor value={languages} onChange={setLanguages} />
              <FormError error={save.error} />
              <div className="flex justify-end">
                <Button type="submit" variant="primary" loading={save.isPending}>
                  {t('ui.save')}
                </Button>
              </div>
            </>
          )}
        </Form>
      </Panel>
      {can('conversations.reply') && <AlertsPanel />}
    </SettingsLayout>
  );
}
