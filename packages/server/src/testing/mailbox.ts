import { afterAll } from 'vitest';
import { type Mailbox, startMailbox } from './start-mailbox.ts';

export type { Mailbox, ReceivedLetter } from './start-mailbox.ts';

/** A real mail server on this machine. Stopped after the test file. */
export async function openMailbox(): Promise<Mailbox> {
  const mailbox = await startMailbox();
  afterAll(() => mailbox.stop());
  return mailbox;
}
