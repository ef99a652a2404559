import type { maximumAttachments } from '@fairlead/contract';
import { Refusal } from '../session/refusal.ts';
import { acceptedTypes } from './accepted-types.ts';

/** The contract's value; its type keeps it equal. */
export const mostFiles: typeof maximumAttachments = 10;

const endings = /\.(png|jpe?g|webp|gif|pdf|mp4|m4v|webm|mov)$/i;

/** Why a file will not be taken, before a byte of it is sent; the server looks at the bytes themselves. */
export function refuseFile(
  file: Pick<File, 'name' | 'type' | 'size'>,
  maximumBytes: number,
): Refusal | undefined {
  // Some systems know no type for some videos.
  const fits = file.type ? (acceptedTypes as readonly string[]).includes(file.type) : endings.test(file.name);
  if (!fits) return new Refusal('file.type_refused');
  if (file.size === 0) return new Refusal('file.damaged');
  if (file.size > maximumBytes) {
    return new Refusal('file.too_large', { limitMegabytes: Math.floor(maximumBytes / 1024 / 1024) });
  }
  return undefined;
}
