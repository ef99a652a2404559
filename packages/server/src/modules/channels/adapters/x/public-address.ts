const prefix = 'post:';

/**
 * The address of somebody who wrote a post. It says that what goes there is public, and is another one than the same person's for
 * direct messages: who reads along differs.
 */
export const publicAddress = (userId: string): string => `${prefix}${userId}`;

/** Whether what goes to an address can be read by everybody. */
export const isPublicAddress = (address: string): boolean => address.startsWith(prefix);
