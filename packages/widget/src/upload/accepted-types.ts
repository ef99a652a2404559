import type { attachmentTypes } from '@fairlead/contract';

/** The kinds of files that are taken: the contract's values; the type keeps them equal. */
export const acceptedTypes: typeof attachmentTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'video/quicktime',
];
