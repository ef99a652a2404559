import { type SecretKind, secretKinds } from './found-secret.ts';

const mark = new RegExp(String.raw`\[\[removed:(${secretKinds.join('|')})\]\]`, 'g');

/** What stands in the place of a secret: whoever shows a text puts it into words. */
export const markOf = (kind: SecretKind): string => `[[removed:${kind}]]`;

/** The text with its marks put into words. Pure. */
export const sayRemoved = (text: string, say: (kind: SecretKind) => string): string =>
  text.includes('[[removed:') ? text.replace(mark, (_, kind: SecretKind) => say(kind)) : text;

/** What was removed from a text, by its marks, each kind once. */
export const removedFrom = (text: string): SecretKind[] =>
  text.includes('[[removed:')
    ? [...new Set([...text.matchAll(mark)].map(([, kind]) => kind as SecretKind))]
    : [];
