import {
  type DraftContent,
  maximumAttachments,
  maximumDraftLength,
  maximumQuickReplies,
} from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';

/** What a draft says and carries. */
export interface DraftWords {
  content: DraftContent;
  attachmentIds: string[];
}

/**
 * A colleague's draft together with what the agent has written already, which stands after it. Whose copies of a letter are chosen are the
 * agent's own. It was begun when the earlier of both was. Refused where it would not fit a draft: no word of either is cut.
 */
export function combineDrafts(theirs: DraftWords, own: DraftWords | undefined): DraftWords {
  if (!own) return theirs;
  const [a, b] = [theirs.content, own.content];
  const text = [a.text, b.text].filter((it) => it !== '').join('\n');
  if (text.length > maximumDraftLength)
    throw fail('conversation.message_too_long', { maximum: maximumDraftLength });
  const attachmentIds = [...new Set([...theirs.attachmentIds, ...own.attachmentIds])];
  if (attachmentIds.length > maximumAttachments) throw fail('file.too_many', { maximum: maximumAttachments });
  const content = {
    text,
    mentions: [...a.mentions, ...b.mentions.filter(({ id }) => a.mentions.every((it) => it.id !== id))].slice(
      0,
      20,
    ),
    quickReplies: [...new Set([...a.quickReplies, ...b.quickReplies])].slice(0, maximumQuickReplies),
    macros: [...a.macros.filter(({ id }) => b.macros.every((it) => it.id !== id)), ...b.macros].slice(0, 10),
    letter: b.letter ?? a.letter,
    seenSeq: earlier(a.seenSeq, b.seenSeq),
  };
  return { content, attachmentIds };
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
