import type { DNSResolver } from 'mailauth';
import type { Platform } from '../../../platform/platform.ts';
import { sanitizeHtml } from '../../../platform/sanitize-html.ts';
import { headerOf } from '../adapters/email/letter.ts';
import { parseLetter } from '../adapters/email/parse-letter.ts';
import { proveSender, type SenderProof } from '../adapters/email/prove-sender.ts';
import { readAddresses } from '../adapters/email/read-addresses.ts';
import { askDns, withinLimit } from './letter-door.ts';
import { rememberedDns } from './remembered-dns.ts';

/** What a letter that somebody kept as a file says and proves of itself. */
export interface ExaminedLetter {
  /** The one sender that it names; null where it names none, or several. */
  readonly from: string | null;
  readonly replyTo: readonly string[];
  readonly returnPath: string | null;
  readonly subject: string;
  readonly text: string;
  /** Where its HTML leads. */
  readonly links: readonly string[];
  /** Headers alone prove nothing: what is signed is the body too. */
  readonly hasBody: boolean;
  /** By its signatures only, since how it came is not known; null where the name servers took too long. */
  readonly proof: SenderProof | null;
}

const mostLinks = 500;

/** Reads a letter and checks its signatures by the keys that DNS names now. It is not kept, and nothing is written. */
export function createLetterExaminer(
  { clock }: Pick<Platform, 'clock'>,
  ask: DNSResolver = askDns,
): (bytes: Uint8Array) => Promise<ExaminedLetter> {
  const resolver = rememberedDns(ask, () => clock.now().getTime());
  return async (bytes) => {
    const letter = parseLetter(bytes);
    const senders = letter.headers
      .filter(({ name }) => name === 'from')
      .flatMap(({ value }) => readAddresses(value));
    const [sender] = senders;
    return {
      from: sender && senders.length === 1 ? sender.address : null,
      replyTo: letter.replyTo.map(({ address }) => address),
      returnPath: /(?<![^<>\s])[^<>\s]+@[^<>\s]+/.exec(headerOf(letter, 'return-path') ?? '')?.[0] ?? null,
      subject: letter.subject,
      text: letter.text,
      links: letter.html === null ? [] : linksIn(letter.html),
      hasBody: letter.text.trim() !== '' || letter.html !== null || letter.attachments.length > 0,
      proof: await withinLimit(proveSender(bytes, null, resolver)),
    };
  };
}

/** Where a page leads: its links, forms and pictures' maps, and what all of them begin with. */
function linksIn(html: string): string[] {
  const found = new Set<string>();
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (tagName, attribs) => {
        for (const name of ['href', 'action', 'formaction', 'xlink:href']) {
          const link = attribs[name]?.trim();
          if (link && !link.startsWith('#') && found.size < mostLinks) found.add(link);
        }
        return { tagName, attribs };
      },
    },
  });
  return [...found];
}
