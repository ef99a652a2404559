import { type ChannelAdapter, sessionChannel } from '../port.ts';

/**
 * The customer portal. Like the chat it fetches by `seq` what is stored, and the same kind of session proves who writes; that a message
 * belongs to a ticket is the tickets module's. Nobody is said to be typing: a case is no live talk.
 */
export const portalAdapter: ChannelAdapter = sessionChannel('portal', { typing: false });
