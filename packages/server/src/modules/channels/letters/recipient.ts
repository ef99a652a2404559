import type { Reader } from '../../../platform/database/database.ts';
import { inboxOfAddress } from './email-inbox-store.ts';

/** The inbox that an address leads to: its own, or one with something behind a plus before the `@`. Undefined for all others. */
export async function inboxOfRecipient(reader: Reader, address: string): Promise<string | undefined> {
  const whole = address.trim().toLowerCase();
  const plain = whole.replace(/\+[^@]*@/, '@');
  return (
    (await inboxOfAddress(reader, whole)) ?? (plain === whole ? undefined : inboxOfAddress(reader, plain))
  );
}
