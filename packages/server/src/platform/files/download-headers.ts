import { downloadName } from './download-name.ts';

/**
 * The headers with which a stored file is answered: it is taken for what it is and never for a page or a script, does nothing
 * where it is shown, and is kept only by the browser that asked. Pictures and videos may be shown, all else is saved.
 */
export function downloadHeaders(file: { type: string; name: string }): Record<string, string> {
  const shown = file.type.startsWith('image/') || file.type.startsWith('video/');
  const name = downloadName(file.name, file.type);
  return {
    'content-type': file.type,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${asciiName(name)}"; filename*=UTF-8''${encodeName(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    // What an address leads to never changes; the address itself changes every day.
    'cache-control': 'private, max-age=86400, immutable',
  };
}

/** For readers of RFC 2616. Percent signs go too: some browsers decode them here. */
function asciiName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
}

/** The extended notation of RFC 8187 (once 5987): stricter than encodeURIComponent. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
