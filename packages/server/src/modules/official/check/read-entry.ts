import type { OfficialKind, OfficialPlatform } from '@fairlead/contract';
import { contactsIn } from './contacts-in.ts';
import { hostOf, isIp, registrable, urlOf } from './host-of.ts';
import { readContact } from './read-contact.ts';

/** What an entry names, in the one form that checks compare. */
export interface EntryKey {
  readonly kind: OfficialKind;
  readonly platform: OfficialPlatform | null;
  readonly value: string;
}

/**
 * What administrators mean by a value of a kind; null where it is none, or where it would take in what is not theirs: a public suffix, an
 * address of a machine.
 */
export function readEntry(
  written: string,
  { kind, platform }: { kind: OfficialKind; platform: OfficialPlatform | null },
): EntryKey | null {
  const key = (value: string, on: OfficialPlatform | null = null): EntryKey => ({
    kind,
    platform: on,
    value,
  });
  switch (kind) {
    case 'domain':
    case 'email_domain': {
      const text = written.trim().replace(/^@/, '');
      const url = urlOf(/^https?:/i.test(text) ? text : `https://${text}`);
      const host = url?.username === '' ? hostOf(url) : null;
      return host?.includes('.') && !isIp(host) && registrable(host) !== null ? key(host) : null;
    }
    case 'email': {
      const contact = readContact(written, 'email');
      return contact?.kind === 'email' ? key(contact.address) : null;
    }
    case 'phone': {
      const contact = readContact(written, 'phone');
      // A short number has no country; any other is of one.
      return contact?.kind === 'phone' && (contact.value.startsWith('+') || contact.value.length <= 6)
        ? key(contact.value)
        : null;
    }
    case 'app': {
      const contact = readContact(written, 'app') ?? readContact(written);
      return contact?.kind === 'app' ? key(contact.value) : null;
    }
    case 'handle': {
      const contact = readContact(written, platform ?? undefined);
      return contact?.kind === 'handle' &&
        contact.platform !== null &&
        (platform === null || contact.platform === platform)
        ? key(contact.value, contact.platform)
        : null;
    }
  }
}

/** What a line of a list names: its form says what it is. `@domain` is a sender's domain. Null where it cannot be read, or names several. */
export function readEntryLine(written: string): EntryKey | null {
  const text = written.trim();
  if (/^@[\w-]+(?:\.[\w-]+)+$/.test(text)) return readEntry(text, { kind: 'email_domain', platform: null });
  const [only, ...more] = contactsIn(text);
  const contact = more.length === 0 ? only?.contact : null;
  switch (contact?.kind) {
    case 'domain':
      return contact.userinfo === '' ? readEntry(contact.host, { kind: 'domain', platform: null }) : null;
    case 'email':
      return { kind: 'email', platform: null, value: contact.address };
    case 'phone':
      return readEntry(contact.value, { kind: 'phone', platform: null });
    case 'app':
      return { kind: 'app', platform: null, value: contact.value };
    case 'handle':
      return contact.platform ? { kind: 'handle', platform: contact.platform, value: contact.value } : null;
    default:
      return null;
  }
}
