import type { Reader } from '../../../platform/database/database.ts';
import { inboxOfAddress, listAddresses } from './email-inbox-store.ts';
import { withoutPlus } from './without-plus.ts';

/** The inbox that an address leads to: its own, or one with something behind a plus before the `@`. Undefined for all others. */
export async function inboxOfRecipient(reader: Reader, address: string): Promise<string | undefined> {
  const whole = address.trim().toLowerCase();
  const plain = withoutPlus(whole);
  return (
    (await inboxOfAddress(reader, whole)) ?? (plain === whole ? undefined : inboxOfAddress(reader, plain))
  );
}

/** Says of an address whether letters to it come to one of our inboxes. */
export async function readOwnAddresses(reader: Reader): Promise<(address: string) => boolean> {
  const own = new Set(await listAddresses(reader));
  return (address) => {
    const whole = address.trim().toLowerCase();
    return own.has(whole) || own.has(withoutPlus(whole));
  };
}
