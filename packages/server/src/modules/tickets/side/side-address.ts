import type { Keys } from '../../../platform/crypto/secrets.ts';
import { makePlusAddress, readPlusAddress } from '../../channels/index.ts';

/** A key of its own: an address of a conversation is none of a side conversation, and the other way about. */
const sideKey = (keys: Keys): Buffer => keys.derive('side-address');

/** The address to which a third party answers into a side conversation. */
export const sideAddress = (keys: Keys, inboxAddress: string, sideId: string): string =>
  makePlusAddress(inboxAddress, sideId, sideKey(keys));

/** The side conversation that an address names, if we made it for this inbox; null for any other. */
export const sideOfAddress = (keys: Keys, inboxAddress: string, address: string): string | null =>
  readPlusAddress(address, inboxAddress, sideKey(keys));
