import { isDeepStrictEqual } from 'node:util';
import type { SideMessage } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Announcement } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { agentName } from '../../people/index.ts';
import { changeTicket } from '../change-tickets.ts';
import { ticketSideWritten } from '../events.ts';
import { lockSideFor, type SidePlace } from './access-side.ts';
import { presentSideMessages } from './present-side.ts';
import type { SideMessageRecord } from './side.ts';
import { findSideMessageByKey } from './side-message-store.ts';
import { afterWriting } from './side-rules.ts';
import { saveSide } from './side-store.ts';
import { kept, type SideWords, writeLetter } from './write-letter.ts';

/** An agent writes on in a side conversation, once per key. See the endpoint `sideConversations.write` for what is refused. */
export async function writeSide(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys' | 'jobs'>,
  actor: AgentActor,
  place: SidePlace,
  input: SideWords,
): Promise<SideMessage> {
  const { ticket, side } = await lockSideFor(tx, actor, place);
  const present = async (message: SideMessageRecord) => {
    const [view] = await presentSideMessages(tx, platform.keys, side, [message]);
    if (!view) throw new Error('a letter has no view');
    return view;
  };
  const clientKey = `${actor.id}:${input.key}`;
  const text = kept(input.text);
  const written = await findSideMessageByKey(tx, side.id, clientKey);
  if (written) {
    const same = written.text === text && isDeepStrictEqual(written.attachmentIds, input.attachmentIds);
    if (!same) throw fail('conversation.key_reused');
    return present(written);
  }
  if (ticket.status === 'closed') throw fail('ticket.closed');
  const author = { id: actor.id, name: await agentName(tx, actor.id) };
  const message = await writeLetter(tx, platform, actor, author, side, { ...input, text, clientKey });
  await saveSide(tx, afterWriting(side, tx.now));
  const fact = {
    event: ticketSideWritten as Announcement['event'],
    payload: { sideId: side.id, seq: message.seq, by: 'agent' },
  };
  await changeTicket(tx, platform, { actor, before: ticket, after: ticket, facts: [fact] });
  return present(message);
}
