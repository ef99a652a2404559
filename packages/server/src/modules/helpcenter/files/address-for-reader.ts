import type { HelpFile } from '@fairlead/contract';
import { signedFor } from '../../../platform/files/file-address.ts';
import type { Platform } from '../../../platform/platform.ts';
import { helpFileUrl } from './help-file.ts';

/** What the key is made for that signs these addresses. */
export const helpFileKeyPurpose = 'help-file-address';

/** The address of a file for somebody who reads an article with it: signed where the file is not public, since pictures are fetched without saying who asks. */
export type AddressForReader = (file: Pick<HelpFile, 'id' | 'name' | 'type'>) => string;

export function createAddressForReader(
  { keys, clock }: Pick<Platform, 'keys' | 'clock'>,
  isPublicFile: (id: string) => boolean,
): AddressForReader {
  const key = keys.derive(helpFileKeyPurpose);
  return (file) => {
    const url = helpFileUrl(file);
    return isPublicFile(file.id) ? url : signedFor(key, url, clock.now());
  };
}
