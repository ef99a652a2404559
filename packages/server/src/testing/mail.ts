/** For browser tests: letters in and out. They need no server in their own process. */

export { handInLetter } from './hand-in-letter.ts';
export { type Mailbox, startMailbox } from './start-mailbox.ts';
