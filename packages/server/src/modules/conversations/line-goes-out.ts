import type { CloseReason, SystemLine } from '@fairlead/contract';

/** A line of the system, and where its customer would be told of it. */
export interface LineCase {
  readonly key: SystemLine;
  /** Everybody reads what is written there. */
  readonly inPublic: boolean;
  /** The platform takes words of machines now. */
  readonly windowOpen: boolean;
  /** It takes only a few messages for each of the customer's: they are the agents'. */
  readonly scarce: boolean;
  /** Lines that went out since the customer last wrote. */
  readonly toldSince: number;
  /** The last of them said the same. */
  readonly again: boolean;
  /** Why the conversation was closed; null while it is open. */
  readonly closeReason: CloseReason | null;
}

/** Lines of one wait: more is noise. That it is over is told beyond them, once: the way to rate it stands there. */
const most = 2;
const mostWhereScarce = 1;
/** What its customer is not told of: they have gone quiet, or what they wrote was none of ours to answer. */
const silent: ReadonlySet<CloseReason> = new Set(['no_reply', 'duplicate', 'spam']);

/**
 * Whether a line is sent to the customer on a platform, where they see nothing but messages. Only what changes what they do now: how long it takes, who
 * is there (a person, or the assistant again), that it is over. That the assistant hands over it says in its own words. Pure.
 */
export function lineGoesOut(it: LineCase): boolean {
  if (it.inPublic || !it.windowOpen || it.again) return false;
  const enough = it.toldSince >= (it.scarce ? mostWhereScarce : most);
  switch (it.key) {
    case 'queue_expected':
    case 'queue_nobody':
    case 'given_to_assistant':
      return !enough;
    case 'assigned':
      return !enough && !it.scarce;
    case 'closed':
      return it.closeReason !== null && !silent.has(it.closeReason);
    default:
      return false;
  }
}

/** The lines that ever go out. */
export const outgoingLines = [
  'queue_expected',
  'queue_nobody',
  'assigned',
  'given_to_assistant',
  'closed',
] as const satisfies SystemLine[];
