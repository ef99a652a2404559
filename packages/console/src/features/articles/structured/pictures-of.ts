import { pictureTypes } from '@fairlead/contract';

/** The pictures that come along with what is pasted or dropped. Words with pictures among them, as from Word, are taken for their words. */
export function picturesOf(transfer: Pick<DataTransfer, 'files' | 'getData'> | null): File[] {
  if (!transfer) return [];
  const words = transfer
    .getData('text/html')
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi, '');
  if (words.trim() !== '') return [];
  const types: readonly string[] = pictureTypes;
  return [...transfer.files].filter((it) => types.includes(it.type));
}
