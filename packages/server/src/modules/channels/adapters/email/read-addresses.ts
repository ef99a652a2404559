import addressparser from 'nodemailer/lib/addressparser';
import { decodeWords } from './decode-words.ts';
import { letterLimits } from './letter-limits.ts';

/** Someone named in a header. */
export interface Mailbox {
  /** Null where none is given, or where it only repeats the address. */
  readonly name: string | null;
  /** As written, the domain in lower case; '' never occurs. */
  readonly address: string;
}

/** One address and nothing beside it, with a local part that is plain or quoted: `eve@x.example;bob@y.example` would be two to who answers it. */
const single = /^(?:"(?:[^"\\\r\n]|\\.)*"|[^\s"(),:;<>@[\\\]]+)@[^\s"(),:;<>@\\]+$/u;

/** The mailboxes in a header, members of groups included. What has no address, or more than one, is left out. */
export function readAddresses(header: string | null): Mailbox[] {
  if (!header) return [];
  const entries = addressparser(header.slice(0, letterLimits.headerLength), { flatten: true });
  return entries
    .filter(({ address }) => single.test(address))
    .slice(0, letterLimits.addresses)
    .map(({ name, address }) => {
      const at = address.lastIndexOf('@');
      const whole = address.slice(0, at).trim() + address.slice(at).trim().toLowerCase();
      const decoded = withoutControls(decodeWords(name))
        .replace(/^(['"])(.*)\1$/, '$2')
        .trim();
      return {
        name: decoded === '' || decoded.toLowerCase() === whole.toLowerCase() ? null : decoded,
        address: whole,
      };
    });
}

/** A line of text for screens: no control characters, and no marks that turn the direction of what follows. */
export function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}
