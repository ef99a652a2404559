import { Users } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { isEmpty, type MessageKind } from '../composer/draft-store.ts';
import { useDraft, useDraftSync } from '../composer/writing.tsx';
import { useDraftStanding } from './use-thread-drafts.ts';

/** Lets colleagues see what is being written, or no longer. */
export function ShareDraftButton(props: { conversationId: string; kind: MessageKind }) {
  const { conversationId, kind } = props;
  const t = useT();
  const sync = useDraftSync();
  const part = useDraft(conversationId)[kind];
  const { shared, other } = useDraftStanding(conversationId, kind);
  return (
    <IconButton
      size="sm"
      side="top"
      label={t('inbox.draft.share')}
      icon={<Users />}
      aria-pressed={shared}
      className={shared ? 'bg-selected text-accent-text' : undefined}
      disabled={isEmpty(part) || other !== undefined}
      onClick={() => sync.share({ id: conversationId, kind }, !shared)}
    />
  );
}
