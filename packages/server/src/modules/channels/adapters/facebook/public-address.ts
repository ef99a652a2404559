const prefix = 'comment:';

/**
 * The address of somebody who wrote a comment. It says that what goes there is public, and is another one than the same person's in
 * Messenger: who reads along differs.
 */
export const publicAddress = (id: string): string => `${prefix}${id}`;

/** Whether what goes to an address can be read by everybody. */
export const isPublicAddress = (address: string): boolean => address.startsWith(prefix);
