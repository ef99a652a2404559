import type { OfficialFinding, OfficialLetterCheck } from '@fairlead/contract';
import type { ExaminedLetter } from '../../channels/index.ts';
import { findingOf } from './check-official.ts';
import { contactsIn } from './contacts-in.ts';
import { because, type Reason } from './judge.ts';
import { readContact } from './read-contact.ts';
import { covers, type Registry } from './registry.ts';

const mostLinks = 50;
/** Links that are looked at: a letter with more is made to take time. */
const looked = 500;

/**
 * Whether a whole e-mail is ours. Pure. It is only where its sender is in the registry and DMARC passes by a signature of that very domain;
 * what its headers say proves nothing. Every link in it that is not ours is named.
 */
export function judgeLetter(letter: ExaminedLetter, registry: Registry): OfficialLetterCheck {
  const sender = letter.from === null ? null : senderOf(letter.from, registry);
  const answers = letter.replyTo
    .filter((it) => it.toLowerCase() !== letter.from?.toLowerCase())
    .map((it) => senderOf(it, registry));
  const foreignLinks = foreignIn(letter, registry);
  const { verdict, reasons } = decide(letter, { sender, answers, foreignLinks }, registry);
  const { proof } = letter;
  return {
    verdict,
    findings: [...(sender ? [sender] : []), ...answers],
    letter: {
      from: letter.from,
      replyTo: [...letter.replyTo],
      returnPath: letter.returnPath,
      subject: letter.subject,
      dkim: proof?.dkim ?? 'temperror',
      dmarc: proof?.dmarc ?? 'temperror',
      signedBy: [...(proof?.signedBy ?? [])],
      foreignLinks: foreignLinks.slice(0, mostLinks),
      reasons,
    },
  };
}

interface Parts {
  readonly sender: OfficialFinding | null;
  readonly answers: readonly OfficialFinding[];
  readonly foreignLinks: readonly OfficialFinding[];
}

function decide(
  { from, proof, hasBody }: ExaminedLetter,
  { sender, answers, foreignLinks }: Parts,
  registry: Registry,
): { verdict: OfficialLetterCheck['verdict']; reasons: Reason[] } {
  if (from === null || !sender) return { verdict: 'unclear', reasons: [because('letter_no_sender')] };
  if (sender.verdict !== 'official') return { verdict: sender.verdict, reasons: sender.reasons };
  if (!hasBody) return { verdict: 'unclear', reasons: [because('letter_headers_only')] };
  const host = readContact(from, 'email');
  const domain = proof?.fromDomain ?? '';
  const ours =
    host?.kind === 'email' &&
    host.host === domain.toLowerCase() &&
    registry.some(
      (it) =>
        it.standing === 'official' &&
        !it.retired &&
        (it.kind === 'email_domain'
          ? covers(it, host.host)
          : it.kind === 'email' && it.value === host.address),
    );
  if (!proof?.trusted || !ours)
    return proof === null || [proof.dkim, proof.dmarc].includes('temperror')
      ? { verdict: 'unclear', reasons: [because('letter_unchecked')] }
      : {
          verdict: 'not_ours',
          reasons: [because('letter_unproven', host?.kind === 'email' ? host.host : from)],
        };
  const proven = because('letter_proven', domain);
  const elsewhere = answers.find((it) => it.verdict !== 'official');
  if (elsewhere)
    return { verdict: 'unclear', reasons: [proven, because('letter_reply_elsewhere', elsewhere.input)] };
  const fake = foreignLinks.find((it) => it.verdict === 'impostor');
  if (fake) return { verdict: 'unclear', reasons: [proven, because('letter_links_impostor', fake.input)] };
  return { verdict: 'official', reasons: [proven] };
}

/** A sender as the letter names it. That such names can be forged is what the signatures are for. */
function senderOf(address: string, registry: Registry): OfficialFinding {
  const found = findingOf({ written: address, contact: readContact(address, 'email') }, registry);
  return { ...found, reasons: found.reasons.filter(({ code }) => code !== 'sender_forged') };
}

function foreignIn({ links, text }: ExaminedLetter, registry: Registry): OfficialFinding[] {
  const written = [...text.slice(0, 200_000).matchAll(/https?:\/\/[^\s<>"']+/giu)].map((it) => it[0]);
  const byPlace = new Map<string, OfficialFinding>();
  for (const link of [...new Set([...links, ...written])].slice(0, looked)) {
    // A link without a host stays where its page is, and letters have none.
    if (!/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(link)) continue;
    const [named] = contactsIn(link.replace(/^[/\\]{2}/, 'https://').slice(0, 2000));
    const found = findingOf(named ?? { written: link, contact: null }, registry);
    const place = found.readAs ? `${found.readAs.kind} ${found.readAs.value}` : found.input;
    if (found.verdict !== 'official' && !byPlace.has(place)) byPlace.set(place, found);
  }
  return [...byPlace.values()];
}
