import type { Conversation, LetterCopies, LetterDraft, Message } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { letterDraftQuery } from '../letter/letter-queries.ts';
import type { DraftPart, MessageKind } from './draft-store.ts';

/** What a reply is as a letter. */
export interface ReplyLetter {
  /** It is going to be one. */
  readonly asked: boolean;
  /** Undefined until it is known, null where the inbox cannot send. */
  readonly draft: LetterDraft | null | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
  /** Who gets a copy: as proposed, or as the agent wants it. Null where it is no letter. */
  readonly copies: LetterCopies | null;
  /** It may be sent: what is going to happen is on screen, and no address is half typed. */
  readonly ready: boolean;
  /** Says of a field whether something stands there that is not taken in. */
  readonly setOpen: (field: 'cc' | 'bcc', open: boolean) => void;
}

/** Head and foot of a reply by e-mail, as the server proposes it until the agent changes it. */
export function useReplyLetter(
  { id, channel }: Conversation,
  messages: readonly Message[],
  kind: MessageKind,
  part: DraftPart,
): ReplyLetter {
  const asked = channel === 'email' && kind === 'text';
  const answered = messages.findLast((it) => it.author.type === 'customer')?.seq ?? 0;
  const query = useQuery({ ...letterDraftQuery(id, answered), enabled: asked });
  const [open, setFields] = useState({ cc: false, bcc: false });
  const draft = asked ? query.data : null;
  const setOpen = useCallback(
    (field: 'cc' | 'bcc', now: boolean) =>
      setFields((before) => (before[field] === now ? before : { ...before, [field]: now })),
    [],
  );
  return {
    asked,
    draft,
    failed: query.isError && query.data === undefined,
    retry: () => void query.refetch(),
    copies: draft ? (part.letter ?? { cc: draft.cc, bcc: [], subject: null }) : null,
    ready: !asked || (draft !== undefined && !query.isPlaceholderData && !open.cc && !open.bcc),
    setOpen,
  };
}
