import type { LetterProtection } from '@fairlead/contract';
import type { Part } from './read-parts.ts';

/** Whether and how a letter says to be signed or encrypted: by its MIME types, or by PGP's own lines within the text. */
export function readProtection(root: Part, text: string): LetterProtection {
  const types = root.type.startsWith('multipart/') ? [root, ...root.children] : [root];
  const found: LetterProtection = { signed: null, encrypted: null };
  for (const part of types) {
    const protocol = part.parameters.get('protocol')?.toLowerCase() ?? '';
    const kind = protocol.includes('pgp') ? 'pgp' : 'smime';
    if (part.type === 'multipart/signed') found.signed ??= kind;
    if (part.type === 'multipart/encrypted') found.encrypted ??= 'pgp';
    if (/^application\/(x-)?pkcs7-mime$/.test(part.type)) {
      const inner = part.parameters.get('smime-type')?.toLowerCase() ?? 'enveloped-data';
      if (inner === 'signed-data') found.signed ??= 'smime';
      else if (inner.includes('enveloped')) found.encrypted ??= 'smime';
    }
  }
  if (/^-----BEGIN PGP MESSAGE-----\s*$/m.test(text)) found.encrypted ??= 'pgp';
  if (/^-----BEGIN PGP SIGNED MESSAGE-----\s*$/m.test(text)) found.signed ??= 'pgp';
  return found;
}
