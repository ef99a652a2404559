import type { Letter } from '@fairlead/contract';
import { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { accessLetter } from './access-letter.ts';
import { remotePicturesOf } from './remote-pictures.ts';

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
  place: { id: string; messageId: string },
): Promise<Letter> {
  const letter = await accessLetter(reader, actor, place);
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
    remotePictures: remotePicturesOf(html),
    protection: body?.protection ?? { signed: null, encrypted: null },
    invitation: body?.invitation ?? null,
    source: letter.rawKey !== null,
    proof: proofOf(letter.proof),
  };
}

/** What the proofs of a sender are worth, as agents read them. */
export function proofOf(kept: unknown): Letter['proof'] {
  const read = senderProof.safeParse(kept);
  if (!read.success) return null;
  const { trusted, ...verdicts } = read.data;
  const verdict = trusted ? 'proved' : verdicts.dmarc === 'fail' ? 'failed' : 'not_proved';
  return { verdict, ...verdicts };
}
