import type { Locale } from '@fairlead/contract';
import type { SecretFamily, SecretKind } from '@fairlead/shield';
import type { MessageDraft } from '../conversation.ts';
import { systemLine } from '../system-line.ts';
import { familiesOf, keepOut } from './keep-out.ts';
import { warningWords } from './shield-words.ts';

/** Where the drafts go. */
interface Destination {
  readonly locale: Locale;
  /** Whether the channel must be pushed to: there a customer hears of it by a message. Elsewhere they see the lines of the system. */
  readonly pushed: () => boolean;
  /** What was said long ago is not answered. */
  readonly past: boolean;
}

/**
 * Drafts without the secrets of customers, each followed by what its writer is told: what was removed, and what to do now. Whoever else wrote is left alone. The same
 * drafts come back where nothing was removed. Pure.
 */
export function shieldDrafts(
  drafts: readonly MessageDraft[],
  to: Destination,
): { drafts: readonly MessageDraft[]; kinds: readonly SecretKind[] } {
  const kinds: SecretKind[] = [];
  const shielded = drafts.flatMap((draft) => {
    if (draft.author.type !== 'customer' || draft.kind !== 'text') return [draft];
    const kept = keepOut(draft.text, draft.anyway);
    // A letter's subject and what it quotes are shielded before; the letter says what was there.
    const all = [...new Set([...kept.kinds, ...(draft.removed ?? [])])];
    if (all.length === 0) return [draft];
    kinds.push(...all);
    const text = { ...draft, text: kept.text };
    return to.past ? [text] : [text, ...familiesOf(all).map((family) => warning(family, to))];
  });
  return kinds.length === 0 ? { drafts, kinds } : { drafts: shielded, kinds };
}

function warning(family: SecretFamily, to: Destination): MessageDraft {
  if (family === 'identity') throw new Error('documents are not removed');
  if (!to.pushed()) return systemLine(`secret_removed_${family}`);
  return {
    kind: 'text',
    author: { type: 'bot', id: null, name: null },
    text: warningWords(family, to.locale),
    delivery: { state: 'queued', error: null },
  };
}
