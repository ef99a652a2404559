import {
  endpoints,
  maximumMessageLength,
  type SideConversation,
  type SideMessage,
  type TicketDetail,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import type { DraftPart } from '../../inbox/composer/draft-store.ts';
import { useDrafts } from '../../inbox/composer/writing.tsx';
import { WordsForm } from '../page/words-form.tsx';
import { SideHead } from './side-head.tsx';
import { SideLetter } from './side-letter.tsx';
import { sideMessagesQuery } from './side-queries.ts';
import { useSideActions } from './use-side-actions.ts';

interface SideThreadProps {
  side: SideConversation;
  ticket: TicketDetail;
  editable: boolean;
  onBack: () => void;
}

/** The letters of one side conversation, and where one writes on. */
export function SideThread({ side, ticket, editable, onBack }: SideThreadProps) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(sideMessagesQuery(ticket.id, side.id));
  const actions = useSideActions(side);
  const me = useMe().agent.id;
  const seen = editable && side.unread > 0 && (ticket.assigneeId ?? me) === me && data !== undefined;
  const { markRead } = actions;
  useEffect(() => {
    if (seen) markRead();
  }, [seen, markRead]);
  return (
    <div className="flex h-full flex-col">
      <SideHead side={side} actions={actions} editable={editable} onBack={onBack} />
      <div
        role="log"
        aria-label={t('tickets.side.letters', { parties: format.list(side.parties) })}
        // Focusable, because it scrolls.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-4 py-3 -outline-offset-2"
      >
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={4} />
        ) : (
          <ol className="flex flex-col gap-4">
            {data.map((message) => (
              <SideLetter
                key={message.id}
                message={message}
                onRetry={editable ? () => actions.retry(message.id) : undefined}
                onTakeIn={
                  editable && !message.known && !side.parties.includes(message.from.address)
                    ? () => actions.update({ parties: [...side.parties, message.from.address] })
                    : undefined
                }
              />
            ))}
          </ol>
        )}
      </div>
      {editable && <WriteOn side={side} />}
    </div>
  );
}

function WriteOn({ side }: { side: SideConversation }) {
  const t = useT();
  const client = useQueryClient();
  const drafts = useDrafts();
  const { id: sideId, ticketId } = side;
  // The same key until it was taken in, so that a second try does not write it twice.
  const key = useRef(crypto.randomUUID());
  const write = useMutation({
    mutationFn: ({ text, attachments }: DraftPart) =>
      call(endpoints.sideConversations.write, {
        params: { id: ticketId, sideId },
        body: { key: key.current, text, attachmentIds: attachments.map(({ id }) => id) },
      }),
    onSuccess: (message) => {
      key.current = crypto.randomUUID();
      drafts.clear(sideId, 'text');
      client.setQueryData<SideMessage[]>(sideMessagesQuery(ticketId, sideId).queryKey, (held) =>
        held?.some(({ id }) => id === message.id) ? held : held && [...held, message],
      );
    },
  });
  return (
    <WordsForm
      draftId={sideId}
      kind="text"
      label={t('tickets.side.write')}
      placeholder={t('tickets.side.placeholder')}
      maximumLength={maximumMessageLength}
      who={t('tickets.side.who')}
      action={{ label: t('tickets.side.send'), icon: <SendHorizontal className="rtl:-scale-x-100" /> }}
      sending={write}
      onSend={write.mutate}
      needsText
    />
  );
}
