import { type PrivateChat, type PrivateLink, stateOfLink } from './private-link.ts';

/** Where a code was heard. */
export interface HeardProof {
  readonly inboxId: string;
  readonly address: string;
  readonly threadKey: string | null;
}

/**
 * What a code that was written publicly means for the chat that it was given to. `nothing`: its time is over. `void`: somebody else has it, or it stands
 * elsewhere, where nobody would look for it: it proves nothing, and ends. Pure.
 */
export function decideProof(
  heard: HeardProof,
  link: PrivateLink,
  { standing, proofExpiresAt }: Pick<PrivateChat, 'standing' | 'proofExpiresAt'>,
  now: Date,
): 'nothing' | 'void' | 'proven' {
  if (stateOfLink(link, now) !== 'open' || standing !== 'unproven') return 'nothing';
  if (proofExpiresAt === null || proofExpiresAt <= now) return 'nothing';
  const theirs =
    heard.inboxId === link.inboxId && heard.address === link.address && heard.threadKey === link.threadKey;
  return theirs ? 'proven' : 'void';
}
