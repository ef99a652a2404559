import type { BindingCode } from './binding.ts';

/** A message from a chat on a platform, and what is known of codes. */
export interface Said {
  readonly externalId: string;
  readonly address: string;
  /** Everybody reads it. */
  readonly isPublic: boolean;
  /** It consists of a code. */
  readonly isCode: boolean;
  /** It says nothing but that it agrees, or does not. */
  readonly choice: 'yes' | 'no' | null;
  /** What is kept of the code that it consists of. */
  readonly code: BindingCode | undefined;
  /** The code that its chat was last asked about. */
  readonly asked: BindingCode | undefined;
}

/**
 * `other`: the message is about something else. `known`: it came before. `ask`: its chat is asked. `void`: everybody has read the code, which ends
 * it, and the message is like any other.
 */
export type BindingStep = 'other' | 'known' | 'void' | 'ended' | 'ask' | 'bind' | 'refuse';

/**
 * What a message means for tying its chat to an account. The chat itself has to agree: whoever is led to send another’s code would otherwise write
 * into another’s account without knowing it. Pure.
 */
export function decideBinding(said: Said, now: Date): BindingStep {
  const { code, asked } = said;
  if ([code, asked].some((it) => it?.seen.includes(said.externalId))) return 'known';
  if (said.isPublic) return code && isOpen(code, now) ? 'void' : 'other';
  if (said.isCode) {
    const others = code?.askedAddress != null && code.askedAddress !== said.address;
    return code && isOpen(code, now) && !others ? 'ask' : 'ended';
  }
  if (!said.choice || !asked || !isOpen(asked, now)) return 'other';
  return said.choice === 'yes' ? 'bind' : 'refuse';
}

const isOpen = ({ outcome, expiresAt }: BindingCode, now: Date): boolean =>
  outcome === null && expiresAt > now;
