import type { Verification } from '../connector/standing.ts';
import type { Answer, Flow } from './flow.ts';
import { answer, count, line, moment, silence, valueOf } from './line.ts';
import { prefillTicket } from './prefill-ticket.ts';

/** Longer than the help center says that a review takes. */
const tooLong = 72 * 3_600_000;

/** How far a customer is verified, why not further, and what to do about it. */
export const verificationFlow: Flow = {
  id: 'verification',
  personal: true,
  decide({ facts, now }) {
    if (!facts.verification) return { kind: 'look_up', questions: [{ about: 'verification', of: null }] };
    const silent = silence(facts, ['verification']);
    if (silent) return silent;
    const verification = valueOf(facts.verification);
    return verification
      ? answerOfVerification(verification, now)
      : answer('none', [line('verification.none')], line('verification.none.next'));
  },
};

function answerOfVerification(
  { state, level, reasons, submittedAt, decidedAt }: Verification,
  now: Date,
): Answer {
  const ticket = (category: 'verification.pending' | 'verification.rejected') =>
    prefillTicket(category, line('verification.subject'), {});
  switch (state) {
    case 'none':
      return answer('none', [line('verification.none')], line('verification.none.next'));
    case 'pending': {
      const lines = [
        submittedAt === null
          ? line('verification.pending')
          : line('verification.pending_since', { at: moment(submittedAt) }),
      ];
      return submittedAt !== null && now.getTime() - submittedAt.getTime() > tooLong
        ? answer('pending_long', lines, line('next.person'), ticket('verification.pending'))
        : answer('pending', lines, line('verification.pending.next'));
    }
    case 'approved':
      return answer(
        'approved',
        [
          line('verification.approved'),
          level === null ? null : line('verification.level', { level: count(level) }),
        ],
        line('verification.approved.next'),
      );
    case 'rejected': {
      const lines = [
        decidedAt === null
          ? line('verification.rejected')
          : line('verification.rejected_at', { at: moment(decidedAt) }),
        ...[...new Set(reasons)].map((reason) => line(`verification.reason.${reason}`)),
      ];
      if (reasons.includes('underage') || reasons.includes('region_not_served'))
        return answer('refused', lines, line('verification.refused.next'));
      // Another account holds the document, or why is not said: only people can look.
      return reasons.length === 0 || reasons.includes('already_used') || reasons.includes('other')
        ? answer('rejected_person', lines, line('next.person'), ticket('verification.rejected'))
        : answer('rejected', lines, line('verification.rejected.next'));
    }
    case 'expired':
      return answer('expired', [line('verification.expired')], line('verification.rejected.next'));
    case 'under_review':
      return answer('under_review', [line('verification.under_review')], line('verification.pending.next'));
  }
}
