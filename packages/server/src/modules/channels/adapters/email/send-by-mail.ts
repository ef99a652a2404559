import { deliveryTroubles } from '@fairlead/contract';
import type { Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { nodemailer } from '../../../../platform/mail/nodemailer.ts';
import { type OutboundLetter, type SendContext, SendError } from '../../port.ts';

/** A connection that nobody used for so long is closed: longer than any letter may take, so that none is cut off under it. */
const idle = 120_000;

interface Kept {
  transport: Transporter<SMTPPool.SentMessageInfo>;
  timer: NodeJS.Timeout;
}

/** Connections by what they were made from: an inbox's server, sign-in and signature. Another password makes another one. */
const pools = new Map<string, Kept>();

/**
 * Hands a letter to the inbox's mail server (`credentials.smtp`, see smtpOptions). Its Message-ID is the same for every attempt, so that
 * whoever receives it twice can tell. Throws SendError with the server's words: permanent for what it refuses for good (RFC 5321
 * section 4.2.1: 5yz), to be tried again for 4yz and for what is not the letter's fault. Permanent too where one recipient of several
 * is refused: the others have it.
 */
export async function sendByMail(
  letter: OutboundLetter | null,
  { address, credentials, signal }: SendContext,
): Promise<{ externalId: string }> {
  if (!letter || !credentials.smtp) throw new SendError(deliveryTroubles.cannot_send, { permanent: true });
  try {
    const { rejectedErrors = [] } = await poolOf(credentials.smtp).sendMail({
      messageId: `<${letter.headerId}>`,
      // Never as a text, in which somebody's address could be read as several.
      from: one(letter.from),
      to: (letter.to ?? [{ address }]).map(one),
      cc: letter.cc.map(one),
      bcc: letter.bcc?.map(one),
      replyTo: one({ address: letter.replyTo }),
      subject: letter.subject,
      inReplyTo: letter.references.length > 0 ? `<${letter.references.at(-1)}>` : undefined,
      references: letter.references.map((it) => `<${it}>`),
      text: letter.text,
      html: letter.html,
      attachments: letter.files.map((file) => ({
        filename: file.name,
        contentType: file.type,
        content: Buffer.from(file.content),
      })),
      // By which our own letters are known when they come back.
      headers: {
        'X-Fairlead-Loop': 'message',
        ...(letter.automatic && { 'Auto-Submitted': 'auto-replied' }),
      },
      // It will be tried again: what still waits for a connection must not leave as well.
      signal,
    });
    const [refused] = rejectedErrors;
    // The others have it: by itself it is not sent to them again.
    if (refused) throw new SendError(wordsOf(refused), { permanent: true });
    return { externalId: letter.headerId };
  } catch (error) {
    throw error instanceof SendError ? error : refusalOf(error);
  }
}

const one = ({ name, address }: { name?: string | null; address: string }) => ({ name: name ?? '', address });

/** Closes every connection that is kept. */
export function closeMailPools(): void {
  for (const { transport, timer } of pools.values()) {
    clearTimeout(timer);
    transport.close();
  }
  pools.clear();
}

function poolOf(options: string): Kept['transport'] {
  const known = pools.get(options);
  if (known) {
    known.timer.refresh();
    return known.transport;
  }
  const transport = nodemailer().createTransport(JSON.parse(options) as SMTPPool.Options);
  const timer = setTimeout(() => {
    pools.delete(options);
    transport.close();
  }, idle);
  timer.unref();
  pools.set(options, { transport, timer });
  return transport;
}

/** Replies that ask for a sign-in, or another one (RFC 4954 section 6). */
const ofSignIn = new Set([530, 534, 535, 538]);

function refusalOf(error: unknown): Error {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const words = wordsOf(error);
  // Where a connection, TLS or a sign-in fails that is the inbox's trouble, which somebody will mend: the letter waits for it. Without a
  // code the letter was not even offered: its address is none, or the server has said that it takes none of its size.
  const ofLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const forGood =
    ofLetter && (responseCode === undefined || (responseCode >= 500 && !ofSignIn.has(responseCode)));
  return forGood
    ? new SendError(words, { permanent: true })
    : new SendError(words, { permanent: false, retryAfter: null, signInRefused: code === 'EAUTH' });
}

/** What the server said; of a recipient that it refused also whom. */
function wordsOf(error: unknown): string {
  const { response, recipient, code } = error as { response?: string; recipient?: string; code?: string };
  const message = error instanceof Error ? error.message : String(error);
  // Of a TLS that did not come about the server's words alone say nothing.
  const said = (code !== 'ETLS' && response) || message;
  const whole = recipient === undefined || said.includes(recipient) ? said : `${recipient}: ${said}`;
  return whole.replace(/\s+/g, ' ').slice(0, 300);
}
