import type { InvitationAnswer, LetterInvitation } from '@fairlead/contract';

const answers: Readonly<Record<string, InvitationAnswer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** What a letter answers to an invitation of a calendar; null for every other. Pure. */
export function answerToInvitation(invitation: LetterInvitation | null): InvitationAnswer | null {
  if (invitation?.method === 'COUNTER') return 'countered';
  return invitation?.method === 'REPLY' ? (answers[invitation.attendeeStatus ?? ''] ?? null) : null;
}
