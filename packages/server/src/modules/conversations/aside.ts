import type { MessageDraft } from './conversation.ts';

/** The key of what is said to a customer beside what is talked about. */
export const asideKey = (once: string): string => `told:${once}`;

/**
 * Whether something was said beside what is talked about, such as news of a ticket: it answers nobody, and nobody has to read it before they answer. Only the bot says
 * such things: customers and agents choose the keys of their messages themselves. Pure.
 */
export const isAside = ({
  clientKey,
  author,
}: Pick<MessageDraft, 'clientKey'> & { author: Pick<MessageDraft['author'], 'type'> }): boolean =>
  author.type === 'bot' && clientKey?.startsWith(asideKey('')) === true;
