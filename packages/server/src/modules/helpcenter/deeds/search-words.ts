import { withoutNames } from '@fairlead/contract/without-names';

const mostLength = 100;

/** What somebody looked for, without what names a person or an account: that is kept for editors, who need neither. */
export function searchWords(text: string): string {
  return withoutNames(text).replace(/\s+/g, ' ').trim().toLowerCase().slice(0, mostLength);
}
