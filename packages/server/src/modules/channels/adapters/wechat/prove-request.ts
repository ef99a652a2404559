import { createHash, timingSafeEqual } from 'node:crypto';
import { fail, type ProofMaterial, type RawRequest } from '../../port.ts';
import { openMessage } from './message-cipher.ts';
import { readXml } from './read-xml.ts';

/** What WeChat signs with: SHA-1 of the token and the given texts, sorted and put together, in hex. */
export function signTexts(token: string, ...texts: readonly string[]): string {
  return createHash('sha1')
    .update([token, ...texts].toSorted().join(''))
    .digest('hex');
}

/**
 * Throws unless WeChat sent it. With an EncodingAESKey the message is encrypted and signed, and only what is under that signature counts, also
 * where a readable copy stands beside it. Without one WeChat signs no more than time and nonce: whoever has seen one request can
 * make others, which is why docs and console recommend the key.
 */
export function verifyRequest(request: RawRequest, material: ProofMaterial): void {
  const { query } = request;
  const [timestamp = '', nonce = ''] = [query.timestamp, query.nonce];
  if (material.credentials?.encodingAesKey === undefined) {
    prove(query.signature, material, 'signature', timestamp, nonce);
    return;
  }
  const encrypted = encryptedIn(request);
  prove(query.msg_signature, material, 'msg_signature', timestamp, nonce, encrypted);
  openMessage(encrypted, material.credentials);
}

/** The request with the message that it holds encrypted; as it is where the account has no key. Throws as `verifyRequest` does. */
export function decryptRequest(request: RawRequest, { credentials = {} }: ProofMaterial): RawRequest {
  if (credentials.encodingAesKey === undefined) return request;
  return { ...request, body: openMessage(encryptedIn(request), credentials) };
}

/** Answers WeChat's question whether the address is ours with its `echostr`. Throws where the question is not signed. */
export function answerChallenge({ query }: RawRequest, material: ProofMaterial): string {
  prove(query.signature, material, 'signature', query.timestamp ?? '', query.nonce ?? '');
  const echo = query.echostr ?? '';
  // It is echoed: nothing but what WeChat sends, a number or a short name, and never markup.
  if (!/^[\w-]{1,200}$/.test(echo)) throw fail('request.invalid', { field: 'echostr' });
  return echo;
}

function encryptedIn({ body }: RawRequest): string {
  const encrypted = readXml(body).get('Encrypt');
  if (!encrypted) throw fail('request.invalid', { field: 'Encrypt' });
  return encrypted;
}

/** Any of the tokens may have signed. All are tried, each in constant time. */
function prove(
  given: string | undefined,
  { secrets }: ProofMaterial,
  field: string,
  ...texts: readonly string[]
): void {
  const right = secrets.filter((token) => token !== '' && isSame(given ?? '', signTexts(token, ...texts)));
  if (right.length === 0) throw fail('request.invalid', { field });
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
