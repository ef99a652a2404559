import { familyOf, type SecretFamily, type SecretKind, withoutSecrets } from '@fairlead/shield';
import { allWordLists } from '@fairlead/shield/all-word-lists';

/** Something that was taken out of a text, and what it was: not to be kept but sealed. */
interface TakenOut {
  readonly kind: SecretKind;
  readonly certainty: 'certain' | 'likely';
  readonly original: string;
}

/** A text without what nobody may keep, and what that was; each kind once in `kinds`, each place in `taken`. */
export interface KeptOut {
  readonly text: string;
  readonly kinds: readonly SecretKind[];
  readonly taken: readonly TakenOut[];
}

/**
 * Takes out of a customer's text what opens their wallet or account, and the number of their card: before it is stored, looked at or passed on. With `anyway`, its
 * writer has seen what looks like a secret, and said that it is none: only what proves itself goes then. Done twice it is done once. Pure.
 */
export function keepOut(text: string, anyway = false): KeptOut {
  const { text: left, removed } = withoutSecrets(text, allWordLists, anyway);
  return {
    text: left,
    kinds: [...new Set(removed.map(({ kind }) => kind))],
    taken: removed.map(({ kind, certainty, start, end }) => ({
      kind,
      certainty,
      original: text.slice(start, end),
    })),
  };
}

/** Whether a text holds something that `keepOut` would take out. */
export const holdsSecret = (text: string): boolean => keepOut(text).kinds.length > 0;

/** What is lost with them, the worst first. */
export const familiesOf = (kinds: readonly SecretKind[]): SecretFamily[] => {
  const lost = new Set(kinds.map(familyOf));
  return (['wallet', 'account', 'card', 'identity'] as const).filter((family) => lost.has(family));
};
