import {
  consoleLocales,
  defaultLocale,
  endpoints,
  type Locale,
  localeNames,
  type Role,
  roles,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useLocale, useT } from '../../i18n/i18n.tsx';
import { agentsQuery, teamsQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { isEmail } from '../access/is-email.ts';
import { InvitationLinkDialog } from './invitation-link-dialog.tsx';
import { LanguageSkillsEditor } from './language-skills-editor.tsx';

type InviteBody = Parameters<typeof sendInvitation>[0];

function sendInvitation(body: {
  email: string;
  name: string;
  locale: Locale;
  roles: Role[];
  teamIds: string[];
  languages: { language: string; level: 1 | 2 | 3 }[];
}) {
  return call(endpoints.access.invite, {
    body: { ...body, email: body.email.trim(), name: body.name.trim() },
  });
}

/** Invites a colleague; then shows the link. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const teams = useQuery(teamsQuery);
  const { locale } = useLocale();
  const [form, setForm] = useState<InviteBody>({
    email: '',
    name: '',
    locale: locale ?? defaultLocale,
    roles: ['agent'],
    teamIds: [],
    languages: [],
  });
  const set = <K extends keyof InviteBody>(field: K, value: InviteBody[K]) =>
    setForm((before) => ({ ...before, [field]: value }));
  const invite = useMutation({
    mutationFn: sendInvitation,
    onSuccess: () => client.invalidateQueries({ queryKey: agentsQuery.queryKey }),
  });
  if (invite.data) {
    return (
      <InvitationLinkDialog invitation={{ ...invite.data, email: form.email.trim() }} onClose={onClose} />
    );
  }
  const missing = { email: !isEmail(form.email), name: !form.name.trim(), roles: form.roles.length === 0 };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('people.invite')}
      description={t('people.invite.text')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="invite" variant="primary" loading={invite.isPending}>
            {t('people.invite.submit')}
          </Button>
        </>
      }
    >
      <Form
        id="invite"
        valid={!Object.values(missing).some(Boolean)}
        onSubmit={() => invite.mutate(form)}
        className="flex flex-col gap-5"
      >
        {(tried) => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('people.column.name')}
                error={tried && missing.name ? t('people.name.missing') : undefined}
              >
                <Input maxLength={80} value={form.name} onValueChange={(name) => set('name', name)} />
              </Field>
              <Field
                label={t('access.email')}
                error={tried && missing.email ? t('access.email.invalid') : undefined}
              >
                <Input
                  type="email"
                  autoComplete="off"
                  value={form.email}
                  onValueChange={(email) => set('email', email)}
                />
              </Field>
              <Field label={t('people.invite.locale')} hint={t('people.invite.locale.hint')}>
                <Select
                  value={form.locale}
                  onChange={(value) => set('locale', value)}
                  options={consoleLocales.map((value) => ({ value, label: localeNames[value] }))}
                />
              </Field>
            </div>
            <CheckboxList
              label={t('people.column.roles')}
              value={form.roles}
              onChange={(value) => set('roles', value)}
              error={tried && missing.roles ? t('people.roles.missing') : undefined}
              className="sm:grid-cols-2"
              options={roles.map((role) => ({
                value: role,
                label: t(`people.role.${role}`),
                hint: t(`people.role.${role}.hint`),
              }))}
            />
            <CheckboxList
              label={t('people.teams')}
              value={form.teamIds}
              onChange={(value) => set('teamIds', value)}
              className="sm:grid-cols-2"
              empty={t('people.teams.none')}
              options={(teams.data ?? []).map((team) => ({ value: team.id, label: team.name }))}
            />
            <LanguageSkillsEditor value={form.languages} onChange={(value) => set('languages', value)} />
            <FormError error={invite.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
