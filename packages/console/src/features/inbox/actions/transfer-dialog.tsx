import type { Conversation, Team } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Check, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { teamsQuery } from '../../../queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { Picker } from './picker.tsx';
import { useAgentOptions } from './use-agent-options.tsx';
import type { ConversationActions } from './use-conversation-actions.ts';

interface TransferDialogProps {
  conversation: Conversation;
  actions: ConversationActions;
  onClose: () => void;
}

/** Passes a conversation on to a team or a colleague, with a note for them. */
export function TransferDialog({ conversation, actions, onClose }: TransferDialogProps) {
  const t = useT();
  const [to, setTo] = useState<'team' | 'agent'>('team');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { data: teams = [] } = useQuery(teamsQuery);
  const agents = useAgentOptions(conversation.language, conversation.assigneeId, chosen);

  const pass = async () => {
    if (!chosen) return;
    const target = to === 'team' ? { teamId: chosen } : { agentId: chosen };
    const name =
      to === 'team' ? (teams.find((team) => team.id === chosen)?.name ?? '') : agents.nameOf(chosen);
    if (await actions.transfer(target, note.trim(), name)) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside={note !== ''}
      size="sm"
      title={t('inbox.transfer.title', { number: String(conversation.number) })}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={!chosen}
            loading={actions.busy === 'transfer'}
            onClick={() => void pass()}
          >
            {t('inbox.transfer')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segmented
          label={t('inbox.transfer.to')}
          value={to}
          onChange={(next) => {
            setTo(next);
            setChosen(null);
          }}
          options={[
            { value: 'team', label: t('inbox.transfer.team') },
            { value: 'agent', label: t('inbox.transfer.agent') },
          ]}
          className="self-start"
        />
        <Picker
          key={to}
          label={t('inbox.transfer.to')}
          placeholder={t(to === 'team' ? 'inbox.team.search' : 'inbox.agent.search')}
          empty={t(to === 'team' ? 'inbox.team.none' : 'inbox.agent.nobody')}
          chosen={chosen}
          onChoose={setChosen}
          options={
            to === 'agent'
              ? agents.options
              : teams.map((team) => ({
                  id: team.id,
                  name: team.name,
                  content: (
                    <TeamLine
                      team={team}
                      chosen={team.id === chosen}
                      here={team.id === conversation.teamId}
                    />
                  ),
                }))
          }
        />
        <Field label={t('inbox.transfer.note')} hint={t('inbox.transfer.note.hint')}>
          <Textarea
            value={note}
            maxLength={2000}
            rows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}

function TeamLine({ team, chosen, here }: { team: Team; chosen: boolean; here: boolean }) {
  const t = useT();
  return (
    <>
      <UsersRound className="size-4 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{team.name}</span>
        {team.description && <span className="block truncate text-xs text-ink-3">{team.description}</span>}
      </span>
      {here && <span className="shrink-0 text-xs text-ink-3">{t('inbox.team.here')}</span>}
      {chosen && <Check className="size-4 shrink-0 text-accent-text" aria-hidden />}
    </>
  );
}
