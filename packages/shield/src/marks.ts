import { type SecretKind, secretKinds } from './found-secret.ts';
import { isRemoved } from './secret-family.ts';

/** What a mark may say. */
type RemovedKind = Exclude<SecretKind, 'national_id'>;

const mark = new RegExp(String.raw`\[\[removed:(${secretKinds.filter(isRemoved).join('|')})\]\]`, 'g');

/** What stands in the place of a secret: whoever shows a text puts it into words. */
export const markOf = (kind: SecretKind): string => `[[removed:${kind}]]`;

/** The text with its marks put into words. Pure. */
export const sayRemoved = (text: string, say: (kind: RemovedKind) => string): string =>
  text.includes('[[removed:') ? text.replace(mark, (_, kind: RemovedKind) => say(kind)) : text;
