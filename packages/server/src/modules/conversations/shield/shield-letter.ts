import type { Locale } from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';
import type { InboundMessage } from '../../channels/index.ts';
import { holdsSecret, keepOut } from './keep-out.ts';
import { sayMarks, withoutSecretsSaid } from './shield-words.ts';

/** A message that is a letter. */
export type LetterMessage = InboundMessage & { letter: NonNullable<InboundMessage['letter']> };

/**
 * A letter as it is kept beside its message: without secrets in its subject, in what it quotes, and in its signature; its HTML is not kept at all where secrets stand in it, for
 * tags may stand between their words. The message itself is shielded where all messages are. `removed` is what stood in the subject: what a letter quotes was told
 * of before. Pure.
 */
export function shieldLetter(
  inbound: LetterMessage,
  locale: Locale,
): { inbound: LetterMessage; removed: readonly SecretKind[] } {
  const { letter } = inbound;
  const subject = keepOut(letter.subject);
  const said = (text: string) => withoutSecretsSaid(text, locale);
  const { text, history, signature } = letter.body;
  return {
    removed: subject.kinds,
    inbound: {
      ...inbound,
      letter: {
        ...letter,
        subject: sayMarks(subject.text, locale),
        html: letter.html !== null && holdsSecret(readable(letter.html)) ? null : letter.html,
        body: { text: said(text), history: said(history), signature: said(signature) },
      },
    },
  };
}

/** What HTML says, about as it is read: tags are gaps, and the entities that matter to secrets are what they stand for. */
const readable = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ');
