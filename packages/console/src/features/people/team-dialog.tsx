import { endpoints, type Team } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, teamsQuery } from '../../queries.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Makes a team, or changes one. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [name, setName] = useState(team?.name ?? '');
  const [description, setDescription] = useState(team?.description ?? '');
  const [skill, setSkill] = useState(team?.skill ?? '');
  const [memberIds, setMemberIds] = useState(team?.memberIds ?? []);
  const save = useMutation({
    mutationFn: () => {
      const body = {
        name: name.trim(),
        description: description.trim(),
        skill: skill.trim() || null,
        memberIds,
      };
      return team
        ? call(endpoints.people.updateTeam, { params: { id: team.id }, body })
        : call(endpoints.people.createTeam, { body });
    },
    onSuccess: (saved) => {
      client.setQueryData(teamsQuery.queryKey, (all) =>
        team ? all?.map((other) => (other.id === saved.id ? saved : other)) : all && [...all, saved],
      );
      void client.invalidateQueries({ queryKey: agentsQuery.queryKey });
      toast.show({ title: t('people.team.saved', { name: saved.name }), tone: 'success' });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={team ? t('people.team.edit', { name: team.name }) : t('people.team.add')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="team" variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id="team"
        valid={name.trim() !== ''}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('people.team.name')}
              error={tried && name.trim() === '' ? t('people.name.missing') : undefined}
            >
              <Input maxLength={60} value={name} onValueChange={setName} />
            </Field>
            <Field label={t('people.team.description')} hint={t('people.team.description.hint')}>
              <Textarea
                rows={2}
                maxLength={300}
                value={description}
                onChange={(event) => setDescription(event.target.value)}
              />
            </Field>
            <Field label={t('people.team.skill')} hint={t('people.team.skill.hint')}>
              <Input maxLength={40} value={skill} onValueChange={setSkill} />
            </Field>
            <MemberPicker value={memberIds} onChange={setMemberIds} />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function MemberPicker({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const t = useT();
  const agents = useQuery(agentsQuery);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const candidates = (agents.data ?? []).filter(
    (agent) => agent.status !== 'disabled' || value.includes(agent.id),
  );
  const shown = candidates.filter((agent) => agent.name.toLocaleLowerCase().includes(wanted));
  // Those whom the search hides stay members.
  const hidden = value.filter((id) => !shown.some((agent) => agent.id === id));
  return (
    <div>
      {candidates.length > 8 && (
        <Input
          type="search"
          icon={<Search />}
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={search}
          onValueChange={setSearch}
          className="mb-2"
        />
      )}
      <CheckboxList
        label={t('people.team.members.label', { count: value.length })}
        value={value}
        onChange={(ids) => onChange([...hidden, ...ids])}
        className="max-h-64 overflow-y-auto sm:grid-cols-2"
        options={shown.map((agent) => ({
          value: agent.id,
          label: (
            <span className="flex items-center gap-2">
              <Avatar name={agent.name} hue={agent.avatarHue} size="xs" />
              {agent.name}
            </span>
          ),
        }))}
      />
    </div>
  );
}
