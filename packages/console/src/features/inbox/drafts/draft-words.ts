import type { BodyOf, endpoints, SavedDraft } from '@fairlead/contract';
import { type DraftPart, isEmpty } from '../composer/draft-store.ts';

/** What a part says, to tell whether two say the same; empty where there is nothing worth keeping. */
export function wordsOf(part: DraftPart): string {
  return isEmpty(part) ? '' : JSON.stringify(bodyOf(part));
}

/** A part as the server keeps it. */
export function bodyOf(
  part: DraftPart,
): Omit<BodyOf<typeof endpoints.conversations.saveDraft>, 'version' | 'shared'> {
  const { text, mentions, attachments, quickReplies, macros, letter, seenSeq } = part;
  return {
    text,
    mentions: [...mentions],
    attachmentIds: attachments.map(({ id }) => id),
    quickReplies: [...quickReplies],
    macros: [...macros],
    letter,
    seenSeq,
  };
}

/** What the server keeps, as a part of the composer. */
export function partOf(draft: SavedDraft): DraftPart {
  const { text, mentions, attachments, quickReplies, macros, letter, seenSeq } = draft;
  // Whose offer a text began as is known on the screen where it was put in.
  return { text, mentions, attachments, quickReplies, macros, letter, offer: null, seenSeq };
}
