import type { Thread } from './thread.ts';

/** How far a thread has been received and read; it only moves forward. */
export interface Marks {
  deliveredSeq: number;
  readSeq: number;
}

/** The marks to tell the server, or null when it knows them already. What is looked at is read to its end. */
export function marksToTell(
  { conversation, messages }: Thread,
  looking: boolean,
  told: Marks | undefined,
): Marks | null {
  const last = messages.at(-1)?.seq ?? 0;
  const known = {
    deliveredSeq: Math.max(conversation.deliveredSeq, told?.deliveredSeq ?? 0),
    readSeq: Math.max(conversation.readSeq, told?.readSeq ?? 0),
  };
  const readSeq = looking ? Math.max(known.readSeq, last) : known.readSeq;
  const deliveredSeq = Math.max(known.deliveredSeq, last, readSeq);
  return deliveredSeq > known.deliveredSeq || readSeq > known.readSeq ? { deliveredSeq, readSeq } : null;
}
