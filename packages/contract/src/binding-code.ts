/** Letters and digits that are not mistaken for each other when read aloud or typed (Crockford's base 32). */
export const bindingAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const form = /^FL-?([0-9A-Z]{4})-?([0-9A-Z]{4})$/;

/**
 * The code that a message consists of, by which a chat is tied to an account, as it was given out: `FL-7K3M-9QTX`. Small letters, spaces
 * around it and missing hyphens are taken, and letters that look like digits are read as those. Null for all other texts.
 */
export function bindingCodeIn(text: string): string | null {
  const found = form.exec(text.trim().toUpperCase());
  if (!found) return null;
  const plain = `${found[1]}${found[2]}`.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if ([...plain].some((it) => !bindingAlphabet.includes(it))) return null;
  return `FL-${plain.slice(0, 4)}-${plain.slice(4)}`;
}
