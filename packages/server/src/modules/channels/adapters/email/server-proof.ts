import type { SenderProof, Verdict } from './prove-sender.ts';
import { readAddresses } from './read-addresses.ts';
import { type Header, readHeaders } from './read-headers.ts';

const verdicts: readonly Verdict[] = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
];

/**
 * What the server that took a letter in proved of its sender, by the Authentication-Results (RFC 8601) that it put on top under its name
 * `authserv`; null where it said nothing of DMARC. A server removes what comes in under its own name (section 5); should one be left all
 * the same, it stands below the server's own, and only the first is read.
 */
export function serverProof(bytes: Uint8Array, authserv: string): SenderProof | null {
  const { headers } = readHeaders(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const said = headers
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => withoutComments(value).split(';'))
    .find(([name = '']) => name.trim().split(/\s+/)[0]?.toLowerCase() === authserv.toLowerCase());
  if (!said) return null;
  const results = said.slice(1).map((it) => it.trim());
  const of = (method: string) => results.filter((it) => it.toLowerCase().startsWith(`${method}=`));
  // More than one is no server's doing: a sender's name or address was written among its words.
  const [dmarc, ...more] = of('dmarc');
  if (dmarc === undefined || more.length > 0) return null;
  const dkim = of('dkim');
  const fromDomain = fromDomainOf(headers);
  const proven = propertyOf(dmarc, 'header.from')?.replace(/^.*@/, '');
  return {
    spf: verdictOf(of('spf')[0]),
    dkim: dkim.some((it) => verdictOf(it) === 'pass') ? 'pass' : verdictOf(dkim[0]),
    signedBy: dkim.flatMap((it) =>
      verdictOf(it) === 'pass'
        ? (propertyOf(it, 'header.d') ?? propertyOf(it, 'header.i')?.replace(/^.*@/, '') ?? [])
        : [],
    ),
    dmarc: verdictOf(dmarc),
    policy: null,
    arc: verdictOf(of('arc')[0]),
    fromDomain,
    trusted: verdictOf(dmarc) === 'pass' && fromDomain !== null && proven === fromDomain,
    temporary: false,
  };
}

/** The domain of the one sender; null where From names none or several. */
function fromDomainOf(headers: readonly Header[]): string | null {
  const [from, ...more] = headers.filter(({ name }) => name === 'from');
  const named = from && more.length === 0 ? readAddresses(from.value) : [];
  const [only] = named;
  return only && named.length === 1 ? only.address.slice(only.address.lastIndexOf('@') + 1) : null;
}

/** Quoted strings are kept, since nothing in them is read; comments may be nested. */
function withoutComments(value: string): string {
  let rest = value.slice(0, 10_000);
  for (let depth = 0; depth < 10 && /\([^()]*\)/.test(rest); depth++) rest = rest.replace(/\([^()]*\)/g, ' ');
  return rest;
}

const propertyOf = (result: string, name: string): string | undefined =>
  result
    .split(/\s+/)
    .find((it) => it.toLowerCase().startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .replace(/^"|"$/g, '')
    .toLowerCase();

function verdictOf(result: string | undefined): Verdict {
  const said = /^[a-z-]+=([a-z]+)/i.exec(result ?? '')?.[1]?.toLowerCase();
  return verdicts.find((it) => it === said) ?? 'none';
}
