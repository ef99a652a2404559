import { identifyLanguage } from '@fairlead/understanding';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  type Destination,
  type EmailInbox,
  insertLetter,
  letterDestination,
  type OutboundLetter,
  readEmailInbox,
} from '../../channels/index.ts';
import { composeLetter, readBytes } from '../../conversations/index.ts';
import type { SideMessageRecord, SideRecord } from './side.ts';
import { sideAddress } from './side-address.ts';
import { lastSideMessages } from './side-message-store.ts';

/** Message-IDs in References. */
const mostReferences = 20;

/** An agent's letter to the third party as it travels, and where to; undefined where the inbox cannot send any more. */
export async function sideLetter(
  platform: Platform,
  side: SideRecord,
  message: SideMessageRecord,
): Promise<{ letter: OutboundLetter; destination: Destination } | undefined> {
  const inbox = await readEmailInbox(platform.database.reader(), platform.keys, side.inboxId);
  if (!inbox?.smtp) return undefined;
  const letter = await compose(platform, inbox, side, message);
  await note(platform, side, letter);
  return { letter, destination: await letterDestination(platform, inbox, side.parties.join(', ')) };
}

const partiesOf = ({ parties }: SideRecord) => parties.map((address) => ({ address, name: null }));

async function compose(
  platform: Platform,
  inbox: EmailInbox,
  side: SideRecord,
  message: SideMessageRecord,
): Promise<OutboundLetter> {
  const reader = platform.database.reader();
  const earlier = await lastSideMessages(reader, side.id, message.seq, mostReferences);
  const answered = earlier.findLast((it) => it.direction === 'in' && !it.automatic);
  const locale = identifyLanguage(message.text, 'en').language;
  const { text, html } = composeLetter({
    locale,
    text: message.text,
    signature: inbox.signatures[locale] ?? inbox.signatures.en ?? '',
    answered: answered
      ? { name: answered.from.name ?? answered.from.address, at: answered.createdAt, text: answered.text }
      : null,
    code: null,
  });
  return {
    headerId: message.headerId,
    subject: earlier.length > 0 ? `Re: ${side.subject}` : side.subject,
    from: { address: inbox.address, name: inbox.fromName },
    replyTo: sideAddress(platform.keys, inbox.address, side.id),
    to: partiesOf(side),
    cc: [],
    references: earlier.map((it) => it.headerId),
    text,
    html,
    files: await readBytes(platform, reader, message.attachmentIds),
  };
}

/** Noted before it is sent, so that a report about it is understood whatever happens. Noting it again changes nothing. */
async function note({ database }: Platform, side: SideRecord, letter: OutboundLetter): Promise<void> {
  await database.write(async (tx) => {
    await insertLetter(tx, {
      id: newId(),
      inboxId: side.inboxId,
      direction: 'out',
      headerId: letter.headerId,
      conversationId: null,
      messageId: null,
      kind: 'letter',
      subject: letter.subject,
      parties: {
        from: letter.from,
        replyTo: [],
        to: partiesOf(side),
        cc: [],
      },
      references: letter.references,
      html: null,
      body: null,
      proof: null,
      rawKey: null,
      createdAt: tx.now,
    });
  });
}
