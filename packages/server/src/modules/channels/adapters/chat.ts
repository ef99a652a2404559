import { type ChannelAdapter, sessionChannel } from '../port.ts';

/**
 * The chat of our own widget. Its clients fetch by `seq` what is stored, so nothing is pushed and what is stored is sent.
 *
 * A chat request carries no signature over its body; what proves it is the customer's session, whose token is bound to one browser
 * and one inbox. The server checks that before it has a request at all. What is left to verify is that it did, and for this
 * inbox: a session of one inbox writes in no other.
 */
export const chatAdapter: ChannelAdapter = sessionChannel('chat', { typing: true });
