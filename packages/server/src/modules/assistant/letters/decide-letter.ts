/** What began a conversation, a letter, a form of the portal or a message on a platform, and what the assistant would answer. */
export interface LetterCase {
  /** Administrators let the assistant answer at once what begins in this inbox. */
  readonly switchedOn: boolean;
  /** Administrators let it prepare what it would say. */
  readonly drafts: boolean;
  /** What it came as; `form` in the portal, `message` in private on a platform, where the assistant has the conversation if it is to answer. */
  readonly came: 'letter' | 'form' | 'message' | 'machine' | 'list';
  /** The sender is who they say: an answer to a forged one would go to somebody else. */
  readonly proven: boolean;
  readonly files: number;
  /** Messages of the customer, and of anybody else, in the thread. */
  readonly asked: number;
  readonly answers: number;
  /** An agent has it, or it is done with. */
  readonly taken: boolean;
  /** It goes on from an earlier case. */
  readonly follows: boolean;
  /** People decide about it in any case: identity, an account given back, money at risk, somebody who is upset or in a hurry. */
  readonly delicate: boolean;
  /** It was read before. */
  readonly read: boolean;
  /** Answers that went out by themselves to this customer within a day. */
  readonly sentLately: number;
  /** Null where there is no answer from articles, or people are needed. */
  readonly answer: { readonly sure: boolean; readonly inTheirLanguage: boolean } | null;
}

/** Whoever is answered more often by a machine within a day is one, or needs a person. */
export const mostADay = 3;

/**
 * What becomes of it: nothing, a draft for whoever answers it, or an answer at once. Only the message that a thread began with is ever answered by
 * itself, once, so that two machines cannot talk to each other. Pure.
 */
export function decideLetter(it: LetterCase): 'nothing' | 'draft' | 'send' {
  const human = it.came === 'letter' || it.came === 'form' || it.came === 'message';
  if (
    !human ||
    !(it.switchedOn || it.drafts) ||
    it.read ||
    it.answer === null ||
    it.taken ||
    it.asked !== 1 ||
    it.answers > 0
  )
    return 'nothing';
  const { sure, inTheirLanguage } = it.answer;
  if (!sure) return 'nothing';
  const send =
    it.switchedOn &&
    it.came !== 'message' &&
    it.proven &&
    inTheirLanguage &&
    it.files === 0 &&
    !it.follows &&
    !it.delicate &&
    it.sentLately < mostADay;
  return send ? 'send' : 'draft';
}
