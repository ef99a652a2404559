import type { Conversation } from '@fairlead/contract';
import { useCallback, useRef, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import type { ThreadState } from '../../../live/thread-state.ts';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { copilotKeys } from '../../copilot/copilot-panel.tsx';
import { TicketStrip } from '../../tickets/open/ticket-strip.tsx';
import { ActionBar, type ActionDialog } from '../actions/action-bar.tsx';
import { AssignDialog } from '../actions/assign-dialog.tsx';
import { TransferDialog } from '../actions/transfer-dialog.tsx';
import { useActionKeys } from '../actions/use-action-keys.ts';
import { useConversationActions } from '../actions/use-conversation-actions.ts';
import type { MessageKind } from '../composer/draft-store.ts';
import { useDrafts } from '../composer/writing.tsx';
import { Facts } from '../facts/facts.tsx';
import { useInboxPreference } from '../inbox-preferences.ts';
import { useWide } from '../use-wide.ts';
import { ThreadAtWork } from './thread-at-work.tsx';
import { ThreadHeader } from './thread-header.tsx';
import { useAcceptOffer } from './use-accept-offer.ts';

interface OpenThreadProps {
  conversation: Conversation;
  /** Undefined while it loads. */
  thread: ThreadState | undefined;
  onBack: () => void;
}

/** A conversation at work: its thread, the composer, the facts, and what can be done. */
export function OpenThread({ conversation, thread, onBack }: OpenThreadProps) {
  const t = useT();
  const { id } = conversation;
  const actions = useConversationActions(conversation);
  const drafts = useDrafts();
  const [dialog, setDialog] = useState<ActionDialog | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const closed = conversation.state === 'closed';
  const facts = useFactsPane();
  useAcceptOffer(conversation, actions.take);
  // Once it is on the screen the key is its own.
  useShortcut(copilotKeys, facts.toggle, {
    labelKey: 'copilot.title',
    groupKey: 'inbox.shortcuts.conversation',
    enabled: actions.allowed.reply && !facts.shown,
  });

  const write = useCallback(
    (kind: MessageKind) => {
      drafts.choose(id, kind);
      // The shortcut's own letter must not be written.
      requestAnimationFrame(() => field.current?.focus());
    },
    [drafts, id],
  );
  const onPutIn = () => {
    facts.setOverlay(false);
    write('text');
  };
  useActionKeys({
    actions,
    number: conversation.number,
    closed,
    onDialog: setDialog,
    onFacts: facts.toggle,
    onReply: () => write('text'),
    onNote: () => write('note'),
    onBack,
  });
  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ThreadHeader
          conversation={conversation}
          onBack={onBack}
          actions={
            <ActionBar
              actions={actions}
              onDialog={setDialog}
              onFacts={facts.toggle}
              factsShown={facts.shown}
            />
          }
        />
        <TicketStrip conversation={conversation} />
        <ThreadAtWork
          conversation={conversation}
          thread={thread}
          mayReply={actions.allowed.reply}
          field={field}
        />
      </div>
      {facts.inline && (
        <aside
          aria-label={t('inbox.facts')}
          className="w-76 shrink-0 overflow-y-auto overscroll-contain border-s border-line bg-canvas"
        >
          <Facts conversation={conversation} onPutIn={onPutIn} />
        </aside>
      )}
      <Dialog open={facts.overlay} onOpenChange={facts.setOverlay} title={t('inbox.facts')} size="sm">
        <div className="-mx-5 -my-4">
          <Facts conversation={conversation} onPutIn={onPutIn} />
        </div>
      </Dialog>
      {dialog === 'assign' && (
        <AssignDialog conversation={conversation} actions={actions} onClose={() => setDialog(null)} />
      )}
      {dialog === 'transfer' && (
        <TransferDialog conversation={conversation} actions={actions} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

/** The facts stand beside the thread where there is room, and in a window where there is not. */
function useFactsPane() {
  const wide = useWide();
  const [preference, setPreference] = useInboxPreference('facts');
  const [overlay, setOverlay] = useState(false);
  const inline = wide && preference === 'shown';
  return {
    inline,
    overlay: overlay && !wide,
    shown: inline || (overlay && !wide),
    setOverlay,
    toggle: () => (wide ? setPreference(inline ? 'hidden' : 'shown') : setOverlay((open) => !open)),
  };
}
