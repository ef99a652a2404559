const prefix = 'post:';

/**
 * The address of somebody who wrote a post. It says that what goes there is public, and is another one than the same person's for
 * direct messages: who reads along differs.
 */
export const publicAddress = (userId: string): string => `${prefix}${userId}`;

/** The same person's address for direct messages; null for one that is that already. X takes them where the person lets us write. */
export const privateAddress = (address: string): string | null =>
  isPublicAddress(address) ? address.slice(prefix.length) : null;

/** Whether what goes to an address can be read by everybody. */
export const isPublicAddress = (address: string): boolean => address.startsWith(prefix);
