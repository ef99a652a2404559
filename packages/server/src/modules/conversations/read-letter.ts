import type { Letter } from '@fairlead/contract';
import { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { findLetterOf } from '../channels/index.ts';
import { accessForAgent } from './access-conversation.ts';

const senderProof = z.object({
  trusted: z.boolean(),
  spf: z.string(),
  dkim: z.string(),
  dmarc: z.string(),
  arc: z.string(),
  fromDomain: z.string().nullable(),
});

/** The letter behind a message, for whoever sees the conversation. See the endpoint `conversations.readLetter`. */
export async function readLetter(
  reader: Reader,
  actor: AgentActor,
  conversationId: string,
  messageId: string,
): Promise<Letter> {
  const conversation = await accessForAgent(reader, actor, conversationId);
  const letter = await findLetterOf(reader, conversation.id, messageId);
  if (!letter) throw fail('conversation.message_not_found');
  const { direction, subject, parties, html, body } = letter;
  return {
    direction,
    subject,
    from: parties.from,
    to: [...parties.to],
    cc: [...parties.cc],
    html,
    history: body?.history ?? '',
    signature: body?.signature ?? '',
    inline: { ...body?.inline },
    proof: proofOf(letter.proof),
  };
}

function proofOf(kept: unknown): Letter['proof'] {
  const read = senderProof.safeParse(kept);
  if (!read.success) return null;
  const { trusted, ...verdicts } = read.data;
  const verdict = trusted ? 'proved' : verdicts.dmarc === 'fail' ? 'failed' : 'not_proved';
  return { verdict, ...verdicts };
}
