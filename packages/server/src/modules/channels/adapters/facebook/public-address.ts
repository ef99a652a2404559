const prefix = 'comment:';

/**
 * The address of somebody who wrote a comment. It says that what goes there is public, and is another one than the same person's in
 * Messenger: who reads along differs.
 */
export const publicAddress = (id: string): string => `${prefix}${id}`;

const privately = 'reply:';

/**
 * The address of whoever wrote a comment, in Messenger, before they have written there: Facebook takes one message to it within seven days
 * (https://developers.facebook.com/docs/messenger-platform/discovery/private-replies), and then says who they are there.
 */
export const privateReplyAddress = (address: string, commentId: string): string | null =>
  isPublicAddress(address) ? `${privately}${commentId}` : null;

/** The comment that is answered in private, where an address is of that kind. */
export const commentOf = (address: string): string | null =>
  address.startsWith(privately) ? address.slice(privately.length) : null;

/** Whether what goes to an address can be read by everybody. */
export const isPublicAddress = (address: string): boolean => address.startsWith(prefix);
