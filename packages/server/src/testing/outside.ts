/** For browser tests: the world outside, letters and a market. It needs no server in its own process. */

export { handInLetter } from './hand-in-letter.ts';
export { type Mailbox, startMailbox } from './start-mailbox.ts';
export { type Market, startMarket } from './start-market.ts';
