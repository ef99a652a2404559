import type { Announcement } from '@fairlead/contract';

type Move = 'submit' | 'take_back' | 'publish' | 'correct' | 'drop';
type Decision = 'approve' | 'send_back' | 'withdraw';

/** What an agent may do with an announcement as it stands; `own`: they cannot approve what they have changed. Pure; the server has the last word. */
export function movesOf(
  { state, edition, authors }: Pick<Announcement, 'state' | 'edition' | 'authors'>,
  agentId: string,
  { manages, approves }: { manages: boolean; approves: boolean },
): { moves: Move[]; decisions: Decision[]; mayRemove: boolean; own: boolean } {
  const own = state === 'in_review' && approves && authors.some((it) => it.id === agentId);
  const waits = state === 'in_review' || state === 'approved' || state === 'scheduled';
  const moves: Move[] = [];
  if (state === 'draft') moves.push('submit');
  if (state === 'draft' && edition > 0) moves.push('drop');
  if (state === 'approved' || state === 'scheduled') moves.push('publish');
  if (waits) moves.push('take_back');
  if (state === 'published' || state === 'corrected') moves.push('correct');
  const decisions: Decision[] = [];
  if (state === 'in_review' && !own) decisions.push('approve', 'send_back');
  if (edition > 0 && state !== 'withdrawn') decisions.push('withdraw');
  return {
    moves: manages ? moves : [],
    decisions: approves ? decisions : [],
    mayRemove: manages && edition === 0,
    own,
  };
}
