import { type Agent, endpoints, type Me, roles } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, meQuery, teamsQuery } from '../../queries.ts';
import { useMe } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { draftOfWeek, weekOf } from '../sla/admin/day-hours.ts';
import { CertificateFields } from './certificate-fields.tsx';
import { LanguageSkillsEditor } from './language-skills-editor.tsx';
import { ScheduleFields } from './schedule-fields.tsx';

/** Changes an agent: what they may do, whom they serve, how much they hold, whether they may sign in. */
export function AgentDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const me = useMe();
  const teams = useQuery(teamsQuery);
  const [form, setForm] = useState({
    name: agent.name,
    roles: agent.roles,
    teamIds: agent.teamIds,
    languages: agent.languages,
    skills: agent.skills,
    certifiedUntil: agent.certifiedUntil,
    schedule: agent.schedule && draftOfWeek(agent.schedule),
    capacity: agent.capacity,
    disabled: agent.status === 'disabled',
  });
  const set = <K extends keyof typeof form>(field: K, value: (typeof form)[K]) =>
    setForm((before) => ({ ...before, [field]: value }));
  const self = me.agent.id === agent.id;
  const schedule = form.schedule && weekOf(form.schedule);
  const save = useMutation({
    mutationFn: () => {
      const { disabled, ...rest } = form;
      const changed = disabled !== (agent.status === 'disabled');
      return call(endpoints.people.updateAgent, {
        params: { id: agent.id },
        body: { ...rest, schedule, name: form.name.trim(), ...(changed ? { disabled } : {}) },
      });
    },
    onSuccess: (saved) => {
      client.setQueryData(agentsQuery.queryKey, (all) =>
        all?.map((other) => (other.id === saved.id ? saved : other)),
      );
      if (self) client.setQueryData<Me>(meQuery.queryKey, (now) => now && { ...now, agent: saved });
      void client.invalidateQueries({ queryKey: teamsQuery.queryKey });
      if (self) void client.invalidateQueries({ queryKey: meQuery.queryKey });
      toast.show({ title: t('people.agent.saved', { name: saved.name }), tone: 'success' });
      onClose();
    },
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={agent.name}
      description={agent.email}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="agent" variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id="agent"
        valid={
          form.name.trim() !== '' && form.roles.length > 0 && (form.schedule === null || schedule !== null)
        }
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-5"
      >
        {(tried) => (
          <>
            <Field
              label={t('people.column.name')}
              error={tried && form.name.trim() === '' ? t('people.name.missing') : undefined}
            >
              <Input maxLength={80} value={form.name} onValueChange={(name) => set('name', name)} />
            </Field>
            <CheckboxList
              label={t('people.column.roles')}
              value={form.roles}
              onChange={(value) => set('roles', value)}
              error={tried && form.roles.length === 0 ? t('people.roles.missing') : undefined}
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
            <Field label={t('people.skills')} hint={t('people.skills.hint')}>
              <TagInput
                value={form.skills}
                onChange={(value) => set('skills', value)}
                placeholder={t('people.skills.placeholder')}
                maximumLength={40}
                maximumCount={50}
              />
            </Field>
            <CertificateFields
              skills={form.skills}
              value={form.certifiedUntil}
              onChange={(value) => set('certifiedUntil', value)}
            />
            <Field label={t('people.capacity')} hint={t('people.capacity.hint')}>
              <NumberInput
                value={form.capacity.chat}
                onChange={(chat) => set('capacity', { chat })}
                min={0}
                max={50}
              />
            </Field>
            <ScheduleFields
              value={form.schedule}
              onChange={(value) => set('schedule', value)}
              tried={tried}
            />
            {!self && agent.status !== 'invited' && (
              <Switch
                className="border-t border-line pt-4"
                checked={form.disabled}
                onChange={(disabled) => set('disabled', disabled)}
                label={t('people.disable')}
                hint={t('people.disable.hint')}
              />
            )}
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
