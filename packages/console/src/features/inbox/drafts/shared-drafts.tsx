import { endpoints, type SavedDraft } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import type { RefObject } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { draftsKey } from '../../../live/draft-to-cache.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useDraftSync, useDrafts } from '../composer/writing.tsx';
import { useAgentsById } from '../use-agents-by-id.ts';

interface SharedDraftsProps {
  drafts: readonly SavedDraft[];
  /** Whether the agent may go on with one. */
  mayReply: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What colleagues are writing in this thread and let others see. */
export function SharedDrafts({ drafts, mayReply, field }: SharedDraftsProps) {
  const t = useT();
  if (drafts.length === 0) return null;
  return (
    <ul
      aria-label={t('inbox.draft.of_colleagues')}
      className="mx-3 mb-2 flex max-h-[30dvh] flex-col gap-1.5 overflow-y-auto max-sm:mx-2"
    >
      {drafts.map((draft) => (
        <SharedDraft key={`${draft.agentId}.${draft.kind}`} draft={draft} mayReply={mayReply} field={field} />
      ))}
    </ul>
  );
}

function SharedDraft({ draft, mayReply, field }: Omit<SharedDraftsProps, 'drafts'> & { draft: SavedDraft }) {
  const t = useT();
  const format = useFormat();
  const takeOver = useTakeOver(draft, () => requestAnimationFrame(() => field.current?.focus()));
  const agent = useAgentsById().get(draft.agentId)?.name ?? t('inbox.draft.somebody');
  const { attachments, writtenAt, kind, text } = draft;
  return (
    <li className="flex items-start gap-2.5 rounded-lg border border-dashed border-line-2 bg-sunken px-3 py-2">
      <PencilLine className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="text-xs text-ink-2">
          {t(kind === 'note' ? 'inbox.draft.note_of' : 'inbox.draft.reply_of', { agent })}{' '}
          <time dateTime={writtenAt} title={format.dateTime(writtenAt)} className="text-ink-3">
            {format.time(writtenAt)}
          </time>
        </p>
        <p dir="auto" className="text-sm [overflow-wrap:anywhere] whitespace-pre-wrap text-ink">
          {text}
        </p>
        {attachments.length > 0 && (
          <p className="text-xs text-ink-3">{t('inbox.draft.files', { count: attachments.length })}</p>
        )}
      </div>
      {mayReply && (
        <Button size="sm" loading={takeOver.isPending} onClick={() => takeOver.mutate()}>
          {t('inbox.draft.take_over')}
        </Button>
      )}
    </li>
  );
}

/** Takes a colleague's draft over; what is written here already is saved before, since it stands after it. */
function useTakeOver(draft: SavedDraft, onTaken: () => void) {
  const client = useQueryClient();
  const sync = useDraftSync();
  const drafts = useDrafts();
  const toast = useToast();
  const { conversationId: id, kind, agentId, version } = draft;
  return useMutation({
    async mutationFn() {
      await sync.flush(id);
      return call(endpoints.conversations.takeOverDraft, {
        params: { id, kind },
        body: { agentId, version },
      });
    },
    onSuccess(taken) {
      sync.adopt(taken);
      drafts.choose(id, kind);
      onTaken();
    },
    onError: (error) => toast.error(error),
    onSettled: () => client.invalidateQueries({ queryKey: draftsKey(id), exact: true }),
  });
}
