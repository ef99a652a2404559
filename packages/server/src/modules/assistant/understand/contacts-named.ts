import { contactsIn } from '../../official/index.ts';

/** Characters that a flow takes of it. */
const most = 500;

/**
 * What a text names that can be official or not, a line each; undefined where it names nothing. Numbers count where they are known to be `phones`, or
 * have the code of a country: any other may be an order or an amount.
 */
export function contactsNamed(text: string, phones: readonly string[]): string | undefined {
  const lines = contactsIn(text).flatMap(({ written, contact }) => {
    switch (contact?.kind) {
      case 'domain':
      case 'email':
      case 'dangerous':
        return [written];
      case 'app':
        return [`app:${contact.value}`];
      case 'phone':
        return contact.value.startsWith('+') || phones.includes(contact.value) ? [contact.value] : [];
      case 'handle': {
        // A word in itself is a handle only to whom it is called so.
        const called = /^@|[/:]/.test(written);
        return called ? [contact.platform ? `${contact.platform}:@${contact.value}` : written] : [];
      }
      default:
        return [];
    }
  });
  let all = '';
  for (const line of lines) if (all.length + line.length < most) all += (all && '\n') + line;
  return all || undefined;
}
