import { Buffer } from 'node:buffer';

/** Texts that are hidden in Base64 in another; those that are no readable text are left out. Ids and addresses are mostly none. */
export function hiddenText(text: string): string[] {
  return [...text.slice(0, 4000).matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)]
    .map(([written]) => Buffer.from(written, 'base64').toString('utf8'))
    .filter((it) => !/[^\p{L}\p{M}\p{N}\p{P}\p{S}\s]|�/u.test(it));
}
