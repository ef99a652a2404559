import type { DNSResolver } from 'mailauth';

/** How a letter reached us: from the connection over which it came, never from its own headers. */
export interface Arrival {
  readonly remoteAddress: string;
  readonly helo: string;
  /** MAIL FROM; '' for bounces. */
  readonly envelopeSender: string;
  /** Our own name, for reports. */
  readonly receivedBy: string;
}

export type Verdict =
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'none'
  | 'policy'
  | 'temperror'
  | 'permerror';

/** What a letter's proofs are worth. */
export interface SenderProof {
  readonly spf: Verdict;
  /** The best of its signatures. */
  readonly dkim: Verdict;
  /** Domains whose signatures hold. */
  readonly signedBy: readonly string[];
  readonly dmarc: Verdict;
  /** What the domain asks to be done with letters that fail: none, quarantine or reject; null without a record. */
  readonly policy: string | null;
  readonly arc: Verdict;
  /** The domain in From that was looked at; null where there is none, or more than one. */
  readonly fromDomain: string | null;
  /**
   * The letter comes from whom `From` names: DMARC passes, by SPF or DKIM of the same domain, and no part of the body is left
   * unsigned. Nothing else makes it so; ARC is another mail system's word, and is reported only.
   */
  readonly trusted: boolean;
  /** DNS did not answer: asking again later may end otherwise. */
  readonly temporary: boolean;
}

/**
 * Checks SPF, DKIM, DMARC and ARC; without an arrival (another server took the letter in) SPF says nothing. The only thing it touches is `resolver`. Never throws: what cannot be checked is not
 * trusted.
 */
export async function proveSender(
  bytes: Uint8Array,
  arrival: Arrival | null,
  resolver: DNSResolver,
): Promise<SenderProof> {
  try {
    // A tenth of what a start reads, and no letter may ever come.
    const { authenticate } = await import('mailauth');
    const result = await authenticate(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      ...(arrival && {
        ip: arrival.remoteAddress,
        helo: arrival.helo,
        sender: arrival.envelopeSender,
        mta: arrival.receivedBy,
      }),
      trustReceived: false,
      disableBimi: true,
      rejectRsaSha1: true,
      resolver,
    });
    const signatures = result.dkim.results.map(({ status }) => verdictOf(status.result));
    const spf = result.spf ? verdictOf(result.spf.status.result) : 'none';
    const dmarc = result.dmarc ? verdictOf(result.dmarc.status.result) : 'none';
    const fromDomain =
      result.dmarc && result.dkim.fromFields === 1 ? (result.dmarc.status.header?.from ?? null) : null;
    const alignment = result.dmarc ? result.dmarc.alignment : null;
    const signedInPart = Boolean(alignment?.dkim.underSized) && !alignment?.spf.result;
    return {
      spf,
      dkim: best(signatures),
      signedBy: result.dkim.results.flatMap((it) =>
        it.status.result === 'pass' && it.signingDomain ? [it.signingDomain] : [],
      ),
      dmarc,
      policy: result.dmarc ? result.dmarc.policy : null,
      arc: result.arc ? verdictOf(result.arc.status.result) : 'none',
      fromDomain,
      trusted: dmarc === 'pass' && fromDomain !== null && !signedInPart,
      temporary: [spf, dmarc, ...signatures].includes('temperror') && dmarc !== 'pass',
    };
  } catch {
    return unproven;
  }
}

const unproven: SenderProof = {
  spf: 'temperror',
  dkim: 'temperror',
  signedBy: [],
  dmarc: 'temperror',
  policy: null,
  arc: 'none',
  fromDomain: null,
  trusted: false,
  temporary: true,
};

const ranking: readonly Verdict[] = [
  'pass',
  'policy',
  'temperror',
  'fail',
  'neutral',
  'permerror',
  'softfail',
  'none',
];
const best = (verdicts: readonly Verdict[]): Verdict => ranking.find((it) => verdicts.includes(it)) ?? 'none';
const verdictOf = (result: string): Verdict =>
  result === 'temperr' ? 'temperror' : (ranking.find((it) => it === result) ?? 'none');
