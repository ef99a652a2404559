import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { InboundMessage, InboundSink } from '../../channels/index.ts';
import { keepFiles } from '../../conversations/index.ts';
import { settleSide } from './deliver-side.ts';
import { findSideOf } from './find-side-of.ts';
import { sideMessagesByHeader } from './side-message-store.ts';
import { findSide } from './side-store.ts';
import { takeSideLetter } from './take-side-letter.ts';

/**
 * Takes in what third parties write into side conversations; every other letter goes to `next`. A report of a mail server settles the letter
 * of ours that it is about, wherever that stands.
 */
export function sideLetterSink(platform: Platform, next: InboundSink): InboundSink {
  const alone: InboundSink['alone'] = async (arrived) => {
    const { inbox, inbound, payloadId } = arrived;
    const { letter } = inbound;
    if (letter?.kind === 'bounce') {
      const rest = await next.alone(arrived);
      return async (tx) => {
        const answer = await rest(tx);
        if (answer === 'accepted') await settleReturned(tx, platform, inbox.id, letter);
        return answer;
      };
    }
    const side = await findSideOf(platform.database.reader(), platform.keys, inbox.id, inbound);
    if (!letter || !side || letter.kind === 'complaint') return next.alone(arrived);
    const files = letter.kind === 'automatic' ? [] : await keepFiles(platform, payloadId, letter.files);
    return (tx) =>
      takeSideLetter(tx, platform, side, { inbox, inbound: { ...inbound, letter }, payloadId, files });
  };
  // What may answer something, as every letter into a side conversation does, is taken in alone.
  return { ...next, alone };
}

/** Letters that did not arrive say so, with the mail server's words. */
async function settleReturned(
  tx: Tx,
  platform: Platform,
  inboxId: string,
  { returned }: NonNullable<InboundMessage['letter']>,
): Promise<void> {
  const ids = returned.flatMap(({ headerId }) => headerId ?? []);
  for (const message of await sideMessagesByHeader(tx, inboxId, ids)) {
    const report = returned.find(({ headerId }) => headerId === message.headerId);
    const side = await findSide(tx, message.sideId);
    if (!report || !side || message.direction === 'in') continue;
    const words = [report.recipient, report.words].filter(Boolean).join(': ').slice(0, 300);
    await settleSide(tx, platform, side, { ...message, delivery: { state: 'failed', error: words } });
  }
}
