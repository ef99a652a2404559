import type { OfficialCheck, OfficialFinding, OfficialForm, OfficialVerdict } from '@fairlead/contract';
import type { Contact } from './contact.ts';
import { contactsIn, type Named } from './contacts-in.ts';
import { shown } from './host-of.ts';
import { because } from './judge.ts';
import { judgeContact } from './judge-contact.ts';
import type { Registry } from './registry.ts';

/** The worst first. */
const severity: readonly OfficialVerdict[] = ['impostor', 'not_ours', 'unclear', 'official'];

/**
 * Whether what somebody was contacted by is ours: one thing, or all that a text names. Pure. `official` is only what an active entry
 * names, or what lies below a domain whose entry says so; of several things the worst counts.
 */
export function checkOfficial(text: string, registry: Registry, form?: OfficialForm): OfficialCheck {
  const named = contactsIn(text, { form, endings: endingsOf(registry) });
  const findings = named.map((it) => findingOf(it, registry));
  const unread: OfficialFinding = {
    input: text.trim().slice(0, 300),
    readAs: null,
    verdict: 'unclear',
    label: null,
    reasons: [because('unreadable')],
  };
  return worstOf(findings.length > 0 ? findings : [unread]);
}

function worstOf(findings: OfficialFinding[]): OfficialCheck {
  const verdict = severity.find((it) => findings.some((finding) => finding.verdict === it)) ?? 'unclear';
  return { verdict, findings };
}

/** Of a thing that was named. */
export function findingOf({ written, contact }: Named, registry: Registry): OfficialFinding {
  const input = written.slice(0, 300);
  if (!contact)
    return { input, readAs: null, verdict: 'unclear', label: null, reasons: [because('unreadable')] };
  if (runsInto(contact, registry))
    return { input, readAs: null, verdict: 'unclear', label: null, reasons: [because('unreadable')] };
  const { verdict, label, reasons } = judgeContact(contact, registry);
  return { input, readAs: readAsOf(contact), verdict, label, reasons: [...reasons] };
}

const before =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+([\w-]+(?:\.[\w-]+)+)$/u;

/** Whether a sentence without blanks may run into a host of ours; that the two together are a name of their own cannot be ruled out. */
function runsInto(contact: Contact, registry: Registry): boolean {
  const host = contact.kind === 'domain' ? before.exec(shown(contact.host))?.[1] : undefined;
  return (
    host !== undefined &&
    judgeContact({ kind: 'domain', host, userinfo: '' }, registry).verdict === 'official'
  );
}

function readAsOf(contact: Contact): OfficialFinding['readAs'] {
  switch (contact.kind) {
    case 'domain':
      return { kind: 'domain', value: shown(contact.host), platform: null };
    case 'email':
      return { kind: 'email', value: `${contact.local}@${shown(contact.host)}`, platform: null };
    case 'handle':
      return { kind: 'handle', value: contact.value, platform: contact.platform };
    case 'dangerous':
      return null;
    default:
      return { kind: contact.kind, value: contact.value, platform: null };
  }
}

/** Endings of our own hosts that the internet does not know, such as those of an internal network. */
const endingsOf = (registry: Registry): string[] => [
  ...new Set(
    registry
      .filter((it) => it.kind === 'domain' || it.kind === 'email_domain')
      .map((it) => it.value.slice(it.value.lastIndexOf('.') + 1)),
  ),
];
