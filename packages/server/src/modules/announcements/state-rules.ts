import type { AnnouncementState } from '@fairlead/contract';

/** What is done with an announcement. */
export type Move =
  | 'edit'
  | 'submit'
  | 'take_back'
  | 'approve'
  | 'send_back'
  | 'publish'
  | 'correct'
  | 'drop'
  | 'withdraw'
  | 'remove';

interface Standing {
  readonly state: AnnouncementState;
  /** How often it was published. */
  readonly edition: number;
  /** When it is to be published by itself. */
  readonly publishAt: Date | null;
}

/** How what is published stands when nobody is writing at it. */
const published = (edition: number): AnnouncementState => (edition > 1 ? 'corrected' : 'published');

/**
 * The state after a move; null where it is not to be had. An announcement that was published stays so through a correction: it can be withdrawn from every
 * state, and is never removed. Pure.
 */
export function stateAfter({ state, edition, publishAt }: Standing, move: Move): AnnouncementState | null {
  switch (move) {
    case 'edit':
      return state === 'draft' ? 'draft' : null;
    case 'submit':
      return state === 'draft' ? 'in_review' : null;
    case 'take_back':
      return state === 'in_review' || state === 'approved' || state === 'scheduled' ? 'draft' : null;
    case 'send_back':
      return state === 'in_review' || state === 'approved' || state === 'scheduled' ? 'draft' : null;
    case 'approve':
      if (state !== 'in_review') return null;
      return publishAt === null ? 'approved' : 'scheduled';
    case 'publish':
      return state === 'approved' || state === 'scheduled' ? published(edition + 1) : null;
    case 'correct':
      return state === 'published' || state === 'corrected' ? 'draft' : null;
    case 'drop':
      return state === 'draft' && edition > 0 ? published(edition) : null;
    case 'withdraw':
      return state !== 'withdrawn' && edition > 0 ? 'withdrawn' : null;
    case 'remove':
      return state !== 'withdrawn' && edition === 0 ? state : null;
  }
}

/** Whether somebody may approve: nobody who changed it since it was last published. Pure. */
export const mayApprove = (authors: readonly string[], agentId: string): boolean =>
  !authors.includes(agentId);
