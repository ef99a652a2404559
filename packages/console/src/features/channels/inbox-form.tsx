import { type BodyOf, channels, type endpoints, socialCredentials, topics } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { teamsQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { AssistantPart } from './assistant-part.tsx';
import { parseOrigins } from './parse-origins.ts';
import { TopicRouting } from './topic-routing.tsx';

export type InboxBody = BodyOf<typeof endpoints.channels.createInbox>;

/** What a new inbox begins with. */
export const newInbox: Omit<InboxBody, 'defaultTeamId'> = {
  channel: 'chat',
  name: '',
  allowedOrigins: [],
  topics: [...topics],
  topicTeams: {},
  reopenHours: 48,
  acceptSeconds: 60,
  answerHours: 24,
  assistant: true,
  drafts: true,
  enabled: true,
};

/** Channels without a platform behind them. */
const own: readonly string[] = ['chat', 'portal', 'email'];
/** Channels of which an inbox can be made. */
const offered = channels.filter((channel) => own.includes(channel) || socialCredentials[channel]);

interface InboxFormProps {
  /** Without a team for an inbox that is being made. */
  initial: Omit<InboxBody, 'defaultTeamId'> & { defaultTeamId: string | null };
  onSave: (body: InboxBody) => void;
  saving: boolean;
  error: unknown;
  submitLabel: string;
  /** It is being made: its channel is chosen, and stays. */
  choosesChannel?: boolean;
  /** For those who may look and not change. */
  readOnly?: boolean;
}

/** Everything about an inbox that can be changed, except its identity keys. */
export function InboxForm(props: InboxFormProps) {
  const { initial, onSave, saving, error, submitLabel, choosesChannel = false, readOnly = false } = props;
  const t = useT();
  const teams = useQuery(teamsQuery);
  const [form, setForm] = useState(initial);
  const [originText, setOriginText] = useState(initial.allowedOrigins.join('\n'));
  const set = <K extends keyof typeof form>(field: K, value: (typeof form)[K]) =>
    setForm((before) => ({ ...before, [field]: value }));
  const { origins, wrong } = parseOrigins(originText);
  const { defaultTeamId } = form;
  const inChat = form.channel === 'chat';
  const missing = { name: form.name.trim() === '', team: defaultTeamId === null };
  const submit = () => {
    if (defaultTeamId) onSave({ ...form, name: form.name.trim(), allowedOrigins: origins, defaultTeamId });
  };

  return (
    <Form
      valid={!missing.name && !missing.team && wrong.length === 0}
      onSubmit={submit}
      className="flex flex-col gap-4"
    >
      {(tried) => (
        <fieldset disabled={readOnly} className="contents">
          <Panel title={t('channels.general')}>
            <div className="flex flex-col gap-4">
              {choosesChannel && (
                <Segmented
                  label={t('channels.channel')}
                  value={form.channel ?? 'chat'}
                  // What goes out to letters by itself is decided on its own.
                  onChange={(channel) =>
                    setForm((before) => ({ ...before, channel, assistant: channel === 'chat' }))
                  }
                  options={offered.map((value) => ({ value, label: t(`channels.channel.${value}`) }))}
                  className="max-w-full flex-wrap self-start"
                />
              )}
              <Field
                label={t('channels.name')}
                error={tried && missing.name ? t('people.name.missing') : undefined}
              >
                <Input
                  maxLength={60}
                  disabled={readOnly}
                  value={form.name}
                  onValueChange={(name) => set('name', name)}
                />
              </Field>
              {(inChat || form.channel === 'portal') && (
                <Field
                  label={t('channels.origins')}
                  hint={t('channels.origins.hint')}
                  error={
                    wrong.length > 0 && (tried || /\s$/.test(originText))
                      ? t('channels.origins.wrong', { text: wrong.join(', ') })
                      : undefined
                  }
                >
                  <Textarea
                    mono
                    rows={2}
                    spellCheck={false}
                    disabled={readOnly}
                    placeholder="https://www.example.com"
                    value={originText}
                    onChange={(event) => setOriginText(event.target.value)}
                  />
                </Field>
              )}
              <div className="grid gap-4 sm:grid-cols-2">
                <Field label={t('channels.reopen')} hint={t('channels.reopen.hint')}>
                  <NumberInput
                    value={form.reopenHours}
                    onChange={(value) => set('reopenHours', value)}
                    min={0}
                    max={720}
                    unit={t('channels.hours')}
                    disabled={readOnly}
                  />
                </Field>
                <Field label={t('channels.accept')} hint={t('channels.accept.hint')}>
                  <NumberInput
                    value={form.acceptSeconds}
                    onChange={(value) => set('acceptSeconds', value)}
                    min={15}
                    max={3600}
                    step={15}
                    unit={t('channels.seconds')}
                    disabled={readOnly}
                  />
                </Field>
                <Field label={t('channels.answer')} hint={t('channels.answer.hint')}>
                  <NumberInput
                    value={form.answerHours}
                    onChange={(value) => set('answerHours', value)}
                    min={1}
                    max={168}
                    unit={t('channels.hours')}
                    disabled={readOnly}
                  />
                </Field>
              </div>
              {inChat ? (
                <Switch
                  className="border-t border-line pt-4"
                  checked={form.assistant ?? false}
                  onChange={(assistant) => set('assistant', assistant)}
                  disabled={readOnly}
                  label={t('channels.assistant')}
                  hint={t('channels.assistant.hint')}
                />
              ) : (
                <AssistantPart
                  assistant={form.assistant ?? false}
                  drafts={form.drafts ?? true}
                  onPlatform={!own.includes(form.channel ?? 'chat')}
                  onChange={(part) => setForm((before) => ({ ...before, ...part }))}
                  disabled={readOnly}
                />
              )}
              <Switch
                className="border-t border-line pt-4"
                checked={form.enabled}
                onChange={(enabled) => set('enabled', enabled)}
                disabled={readOnly}
                label={t('channels.enable')}
                hint={t('channels.enable.hint')}
              />
            </div>
          </Panel>
          <Panel title={t('channels.routing')} description={t('channels.routing.text')}>
            <Field
              label={t('channels.default_team')}
              hint={t('channels.default_team.hint')}
              error={tried && missing.team ? t('channels.default_team.missing') : undefined}
            >
              <Select
                value={defaultTeamId}
                onChange={(id) => set('defaultTeamId', id)}
                disabled={readOnly}
                placeholder={t('channels.default_team.choose')}
                options={(teams.data ?? []).map((team) => ({ value: team.id, label: team.name }))}
              />
            </Field>
            <TopicRouting
              chosen={inChat}
              topics={form.topics}
              teams={form.topicTeams}
              all={teams.data ?? []}
              readOnly={readOnly}
              onChange={(next, topicTeams) => setForm((before) => ({ ...before, topics: next, topicTeams }))}
            />
          </Panel>
          <FormError error={error} />
          {!readOnly && (
            <div className="flex justify-end">
              <Button type="submit" variant="primary" loading={saving}>
                {submitLabel}
              </Button>
            </div>
          )}
        </fieldset>
      )}
    </Form>
  );
}
