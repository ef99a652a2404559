import {
  type ChannelAdapter,
  fail,
  type InboundLetter,
  type InboundMessage,
  type OutboundLetter,
  type StoredRequest,
  splitText,
} from '../../port.ts';
import { foldQuotes } from './fold-quotes.ts';
import type { Letter } from './letter.ts';
import { letterId } from './letter-id.ts';
import { parseLetter } from './parse-letter.ts';
import { recogniseAutomatic } from './recognise-automatic.ts';
import { type DeliveryReport, recogniseBounce } from './recognise-bounce.ts';
import { sanitiseLetterHtml } from './sanitise-letter-html.ts';
import { sendByMail } from './send-by-mail.ts';
import { doorHeaders, isSigned } from './sign-letter.ts';

/** Units of text in one letter: far more than a message may have. */
const maximumTextLength = 20_000;

/** One letter: the agent's words, and all that a letter has around them. */
export interface LetterPart {
  readonly words: string;
  readonly letter: OutboundLetter | null;
}

/** E-mail: letters in by IMAP, SMTP or a provider's webhook, out by SMTP. See README.md. */
export const emailAdapter: ChannelAdapter<LetterPart> = {
  channel: 'email',
  capabilities: {
    push: true,
    attachments: [
      'image/png',
      'image/jpeg',
      'image/webp',
      'image/gif',
      'application/pdf',
      'video/mp4',
      'video/webm',
      'video/quicktime',
    ],
    maximumTextLength,
    readStates: false,
    typing: false,
  },
  headers: doorHeaders,
  verify(request, { secrets }) {
    if (!isSigned(request, secrets)) throw fail('request.invalid', { field: 'signature' });
  },
  decode: (stored) => [decodeLetter(stored)],
  encode: ({ text, letter }) =>
    splitText(text, maximumTextLength).map((words) => ({ words, letter: letter ?? null })),
  send: ({ letter }, context) => sendByMail(letter, context),
};

function decodeLetter({ headers, body, receivedAt }: StoredRequest): InboundMessage {
  const letter = parseLetter(body);
  const report = recogniseBounce(letter);
  const folded = foldQuotes(letter.text);
  const address = letter.from?.address ?? letter.sender?.address ?? headers['fairlead-envelope-from'] ?? '';
  if (!address.includes('@') && !report) throw fail('request.invalid', { field: 'from' });
  if (letter.text.trim() === '' && letter.attachments.length === 0 && letter.subject === '')
    throw fail('request.invalid', { field: 'letter' });
  const proof = readProof(headers['fairlead-proof']);
  const headerId = letterId(body);
  return {
    externalId: headerId,
    sender: { address: address.toLowerCase() || 'mailer-daemon', name: letter.from?.name ?? null },
    threadKey: null,
    writtenAt: letter.date && letter.date <= receivedAt ? letter.date : receivedAt,
    text: folded.text.trim() === '' ? letter.subject || folded.history : folded.text,
    attachments: letter.attachments.map((file, index) => ({
      externalId: String(index),
      name: file.name,
      type: file.type,
    })),
    letter: {
      kind: kindOf(letter, report),
      headerId,
      subject: letter.subject,
      parties: { from: letter.from, replyTo: letter.replyTo, to: letter.to, cc: letter.cc },
      references: [...new Set([...letter.references, ...letter.inReplyTo])],
      html: letter.html === null ? null : sanitiseLetterHtml(letter.html),
      body: folded,
      protection: letter.protection,
      invitation: letter.invitation,
      proof,
      trusted: proof?.trusted === true,
      returned: returnedIn(report),
      files: letter.attachments.map(({ name, content, contentId }) => ({ name, content, contentId })),
      inReplyTo: letter.inReplyTo,
      deliveredTo: (headers['fairlead-delivered-to'] ?? '').split(' ').filter(Boolean),
      languageHint: letter.languageHint,
    },
  };
}

function kindOf(letter: Letter, report: DeliveryReport | null): InboundLetter['kind'] {
  if (report) return report.complaints.length > 0 ? 'complaint' : 'bounce';
  const automatic = recogniseAutomatic(letter);
  if (automatic === null) return 'letter';
  return automatic === 'list' ? 'list' : 'automatic';
}

function returnedIn(report: DeliveryReport | null): InboundLetter['returned'] {
  if (!report) return [];
  return [
    ...report.bounces
      .filter(({ action }) => action === 'failed')
      .map((it) => ({
        headerId: it.originalMessageId,
        recipient: it.recipient,
        hard: it.kind === 'hard',
        words: it.diagnostic,
      })),
    ...report.complaints.map((it) => ({
      headerId: it.originalMessageId,
      recipient: it.recipient,
      hard: true,
      words: it.feedbackType,
    })),
  ];
}

function readProof(header: string | undefined): ({ trusted?: unknown } & object) | null {
  if (!header) return null;
  try {
    const proof: unknown = JSON.parse(header);
    return typeof proof === 'object' ? proof : null;
  } catch {
    return null;
  }
}
