import type { Conversation } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Picker } from './picker.tsx';
import { useAgentOptions } from './use-agent-options.tsx';
import type { ConversationActions } from './use-conversation-actions.ts';

interface AssignDialogProps {
  conversation: Conversation;
  actions: ConversationActions;
  onClose: () => void;
}

/** Gives a conversation to an agent; the best suited stand first. */
export function AssignDialog({ conversation, actions, onClose }: AssignDialogProps) {
  const t = useT();
  const { options, nameOf } = useAgentOptions(conversation.language, null, conversation.assigneeId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={t('inbox.assign.title', { number: String(conversation.number) })}
    >
      <Picker
        label={t('inbox.assign')}
        placeholder={t('inbox.agent.search')}
        empty={t('inbox.agent.nobody')}
        options={options}
        onChoose={(agentId) => {
          onClose();
          if (agentId !== conversation.assigneeId) void actions.assign(agentId, nameOf(agentId));
        }}
      />
    </Dialog>
  );
}
